import { describe, expect, it } from 'vitest';
import { at } from '../../builders/surroundings.ts';
import { openStage } from '../../builders/use-world.ts';
import { bay, bookingArgs, lead } from '../../builders/world.ts';
import { add, inTheWay, type RuleArgs } from './schedule-rule-stage.ts';

describe('a capacity limit', () => {
  const limit = (maximum: number, per: 'day' | 'week' | 'moment'): RuleArgs['rule'] => ({
    kind: 'capacity-limit',
    maximum,
    per,
  });

  it('of a location and a day counts all of its appointments on that local day', async () => {
    const stage = await openStage();
    await add(stage, {
      name: 'One a day',
      priority: 20,
      scope: { of: 'location', locationId: stage.world.locationId },
      rule: limit(1, 'day'),
    });
    expect(await inTheWay(stage, 9)).toEqual([]);
    const next = bookingArgs(stage.world, stage.ids.next(), { claims: [lead(stage.world.bo)] });
    expect(await stage.refused('bookAppointment', next)).toMatchObject({
      kind: 'blocked',
      reasons: [
        { reason: { rule: 'capacity-limit', why: 'day', name: 'One a day', priority: 20, booked: 1, maximum: 1 } },
      ],
    });
    expect(await inTheWay(stage, 9, { start: at(9, 1), end: at(10, 1) })).toEqual([]);
  });

  it('of a week runs from Monday to Sunday', async () => {
    const stage = await openStage();
    await add(stage, { rule: limit(1, 'week') });
    expect(await inTheWay(stage, 9, { start: at(9, 2), end: at(10, 2) })).toEqual([]);
    expect(await inTheWay(stage, 9, { start: at(9, 6), end: at(10, 6) })).toEqual(['capacity-limit week']);
    expect(await inTheWay(stage, 9, { start: at(9, 7), end: at(10, 7) })).toEqual([]);
  });

  it('of a kind and a moment counts what they do at once', async () => {
    const stage = await openStage();
    const scope = { of: 'resource-kind', kind: 'technician', locationId: stage.world.locationId } as const;
    await add(stage, { scope, rule: limit(1, 'moment') });
    expect(await inTheWay(stage, 9)).toEqual([]);
    expect(await inTheWay(stage, 9.5, { claims: [lead(stage.world.bo)] })).toEqual(['capacity-limit moment']);
    expect(await inTheWay(stage, 9.5, { claims: [bay(stage.world.bay1)] })).toEqual([]);
    expect(await inTheWay(stage, 10, { claims: [lead(stage.world.bo)] })).toEqual([]);
  });

  it('of a service type counts that service alone', async () => {
    const stage = await openStage();
    const { check, anna, bo, bay1, bay2 } = stage.world;
    await add(stage, { scope: { of: 'service-type', serviceTypeId: check }, rule: limit(1, 'day') });
    const work = { serviceTypeId: check, title: 'Check' };
    expect(await inTheWay(stage, 9, { ...work, claims: [lead(anna), bay(bay1)] })).toEqual([]);
    expect(await inTheWay(stage, 9, { ...work, claims: [lead(bo), bay(bay2)] })).toEqual(['capacity-limit day']);
    expect(await inTheWay(stage, 9, { claims: [lead(bo)] })).toEqual([]);
  });

  it('does not count what was called off, and lets a booking move within the day', async () => {
    const stage = await openStage();
    await add(stage, { rule: limit(1, 'day') });
    const id = await stage.book();
    await stage.done('moveAppointment', { id, start: at(13), end: at(14), claims: null, findPartner: false });
    await stage.done('cancelAppointment', { id, reason: 'ill' });
    expect(await inTheWay(stage, 9)).toEqual([]);
  });

  it('of one scope and period that goes first is the one that counts; other periods count beside it', async () => {
    const stage = await openStage();
    await add(stage, { name: 'Generous', priority: 20, rule: limit(2, 'day') });
    await add(stage, { name: 'Strict', priority: 10, rule: limit(1, 'day') });
    expect(await inTheWay(stage, 8)).toEqual([]);
    expect(await inTheWay(stage, 10)).toEqual([]);
    expect(await inTheWay(stage, 14)).toEqual(['capacity-limit day']);
    await add(stage, { rule: limit(2, 'week') });
    expect(await inTheWay(stage, 9, { start: at(9, 1), end: at(10, 1) })).toEqual(['capacity-limit week']);
  });
});
