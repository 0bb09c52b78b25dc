import { describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../../core/contract/client.ts';
import { bay, bookingArgs, lead, technicianArgs } from '../../builders/world.ts';
import { seriesArgs } from '../../builders/series-args.ts';
import { actor, at, surroundingsWith } from '../../builders/surroundings.ts';
import { openSeriesStage, type SeriesStage } from './stage.ts';

const problems = (error: unknown): unknown => (error as { readonly problems?: unknown }).problems;

describe('createSeries', () => {
  it('keeps wall time, zone, rule and claims, and computes the occurrences', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat({ description: 'Weekly', priority: 'high' });
    const row = await stage.series(id);
    expect(row).toMatchObject({
      zone: 'Europe/Oslo',
      start: '2026-11-23T09:00',
      rule: 'FREQ=WEEKLY;BYDAY=MO',
      after: 15,
    });
    expect(await stage.starts(id)).toEqual([
      '2026-11-23 09:00',
      '2026-11-30 09:00',
      '2026-12-07 09:00',
      '2026-12-14 09:00',
    ]);
  });

  it('writes an UNTIL as a moment in UTC', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat({ rule: 'FREQ=WEEKLY;UNTIL=20261130' });
    expect((await stage.series(id)).rule).toBe('FREQ=WEEKLY;UNTIL=20261130T225959Z');
    expect(await stage.starts(id)).toEqual(['2026-11-23 09:00', '2026-11-30 09:00']);
  });

  it('keeps wall time over a change of the clocks', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat({ rule: 'FREQ=WEEKLY;BYDAY=MO;INTERVAL=18' });
    expect(await stage.starts(id, 150)).toEqual(['2026-11-23 09:00', '2027-03-29 09:00']);
    expect((await stage.occurrences(id, 150)).map((one) => one.range.from - at(9))).toEqual([
      0,
      126 * 86_400_000 - 3_600_000,
    ]);
  });

  it('makes a single assignee of an older interface the lead, before assistants', async () => {
    const stage = await openSeriesStage();
    const { anna, bo } = stage.world;
    const assistant = { resourceId: bo, role: 'assistant' as const, units: 1 };
    const id = await stage.repeat({ claims: [assistant], assigneeId: anna });
    expect((await stage.series(id)).claims).toEqual([lead(anna), assistant]);
    expect((await stage.occurrences(id))[0]?.lead).toBe(anna);
  });

  it('makes the first of several technicians the lead', async () => {
    const stage = await openSeriesStage();
    const { anna, bo } = stage.world;
    const assist = (resourceId: typeof anna) => ({ resourceId, role: 'assistant' as const, units: 1 });
    const id = await stage.repeat({ claims: [assist(bo), assist(anna)] });
    expect((await stage.series(id)).claims[0]).toEqual(lead(bo));
  });

  it('of several technicians needs the right to schedule several', async () => {
    const stage = await openSeriesStage();
    const machine = stage.as(surroundingsWith(stage.clock, actor('integration', 'Machine')));
    const { anna, bo } = stage.world;
    const claims = [lead(anna), { ...lead(bo), role: 'assistant' as const }];
    const args = seriesArgs(stage.world, stage.ids.next(), { claims });
    const refusal = await machine.refused('createSeries', args);
    expect(refusal).toEqual({ kind: 'not-permitted', permission: 'schedule-several' });
    await machine.done('createSeries', { ...args, claims: [lead(anna)] });
  });

  it('refuses a second lead beside the assignee', async () => {
    const stage = await openSeriesStage();
    const args = seriesArgs(stage.world, stage.ids.next(), { assigneeId: stage.world.bo });
    expect(problems(await stage.refused('createSeries', args))).toEqual([
      { field: 'assigneeId', reason: 'must be null when the claims have a lead' },
    ]);
  });

  it('refuses rules, starts, zones and durations that cannot be, and says why', async () => {
    const stage = await openSeriesStage();
    const wrong: readonly (readonly [Partial<CommandArgs<'createSeries'>>, string, string])[] = [
      [{ rule: 'FREQ=SECONDLY' }, 'rule', 'must repeat DAILY, WEEKLY, MONTHLY or YEARLY, not "SECONDLY"'],
      [{ rule: 'FREQ=DAILY;INTERVAL=0' }, 'rule', 'must have an INTERVAL from 1 to 1000, not "0"'],
      [{ rule: 'FREQ=WEEKLY;BYDAY=TU' }, 'start', 'must be a start that the rule names'],
      [{ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'start', 'must be a start that the rule names'],
      [{ start: '2026-02-30T09:00' }, 'start', 'must be a real wall time between 1970 and 2100, like 2026-11-23T09:00'],
      [{ start: 'tomorrow' }, 'start', 'must be a real wall time between 1970 and 2100, like 2026-11-23T09:00'],
      [{ zone: 'Mars/Olympus' }, 'zone', 'must be a time zone the product knows, like Europe/Oslo'],
      [{ rule: 'FREQ=DAILY', duration: 1500 }, 'duration', 'must end before the next occurrence begins'],
    ];
    for (const [more, field, reason] of wrong) {
      const args = seriesArgs(stage.world, stage.ids.next(), more);
      expect(problems(await stage.refused('createSeries', args))).toEqual([{ field, reason }]);
    }
  });

  it('with collisions is a caution, and what was accepted is kept', async () => {
    const stage = await openSeriesStage();
    await stage.book();
    const args = seriesArgs(stage.world, stage.ids.next());
    expect(await stage.refused('createSeries', args)).toMatchObject({
      kind: 'needs-override',
      reasons: [{ severity: 'caution', reason: { rule: 'technician-free', title: 'Meeting' } }],
    });
    const { sequence } = await stage.done('createSeries', args, { acceptCautions: true });
    expect((await stage.store.read.logEntry(sequence))?.overrode).toMatchObject([{ rule: 'technician-free' }]);
  });
});

describe('an occurrence of a series', () => {
  it('occupies its technician, and a booking onto it is blocked in the name of the series', async () => {
    const stage = await openSeriesStage();
    await stage.repeat();
    const refusal = await stage.refused('bookAppointment', {
      ...bookingOf(stage),
      start: at(9.5, 7),
      end: at(10, 7),
    });
    expect(refusal).toMatchObject({
      kind: 'blocked',
      reasons: [{ reason: { rule: 'technician-free', why: 'double-use', title: 'Team meeting' } }],
    });
  });

  it('keeps its buffer free, and no more', async () => {
    const stage = await openSeriesStage();
    await stage.repeat();
    const args = bookingOf(stage);
    await stage.refused('bookAppointment', { ...args, start: at(10, 7), end: at(11, 7) });
    await stage.done('bookAppointment', { ...args, start: at(10.25, 7), end: at(11, 7) });
  });

  it('that is skipped occupies nothing', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat();
    await stage.done('editOccurrence', stage.edit(id, '2026-11-30T09:00', 'this', { kind: 'skip' }));
    await stage.done('bookAppointment', { ...bookingOf(stage), start: at(9, 7), end: at(10, 7) });
  });

  it('of a series without claims occupies nothing', async () => {
    const stage = await openSeriesStage();
    await stage.repeat({ claims: [] });
    await stage.done('bookAppointment', { ...bookingOf(stage), start: at(9, 7), end: at(10, 7) });
  });

  it('of a room and two people stands in everybody’s way', async () => {
    const stage = await openSeriesStage();
    const { anna, bo, bay1 } = stage.world;
    await stage.repeat({ claims: [lead(anna), { ...lead(bo), role: 'assistant' }, bay(bay1)] });
    const args = bookingOf(stage);
    for (const claims of [[lead(bo)], [bay(bay1)]])
      expect(await stage.refused('bookAppointment', { ...args, claims })).toMatchObject({ kind: 'blocked' });
  });

  it('is a fact that a drag in the air sees', async () => {
    const stage = await openSeriesStage();
    await stage.repeat();
    const input = { locationId: stage.world.locationId, date: '2026-11-30', days: 1 };
    const reply = await stage.laneway.call('query', 'placementContext', input, { host: 'test' });
    expect(JSON.stringify(reply)).toContain('Team meeting');
  });
});

describe('a technician whom a series claims', () => {
  it('cannot leave while it goes on', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat();
    const leaves = technicianArgs(stage.world, stage.world.anna, { name: 'Anna', active: false });
    expect(await stage.refused('updateTechnician', leaves)).toMatchObject({ kind: 'in-use', name: 'Anna', by: 1 });
    await stage.done('endSeries', { id });
    await stage.done('updateTechnician', leaves);
  });
});

describe('updateSeries', () => {
  it('changes what each occurrence says and claims', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat();
    const { bo } = stage.world;
    await stage.done('updateSeries', { id, name: 'Round table', claims: [lead(bo)], before: 5, after: 0 });
    expect(await stage.series(id)).toMatchObject({ name: 'Round table', claims: [lead(bo)], before: 5, after: 0 });
    expect((await stage.occurrences(id))[0]).toMatchObject({ name: 'Round table', lead: bo });
  });

  it('keeps what is left out; a single assignee takes the lead’s place', async () => {
    const stage = await openSeriesStage();
    const { anna, bo, cleo, customerId } = stage.world;
    const assistant = { ...lead(bo), role: 'assistant' as const };
    const id = await stage.repeat({ claims: [lead(anna), assistant], customerId, description: 'Weekly', after: 30 });
    const before = await stage.series(id);
    await stage.done('updateSeries', { id, assigneeId: cleo });
    expect(await stage.series(id)).toEqual({ ...before, claims: [lead(cleo), assistant] });
    await stage.done('updateSeries', { id, after: null, customerId: null });
    expect(await stage.series(id)).toMatchObject({ after: 15, customerId: null, description: 'Weekly' });
  });

  it('makes whoever helped so far the lead, named by an interface that knows one person only', async () => {
    const stage = await openSeriesStage();
    const { anna, bo } = stage.world;
    const assistant = { resourceId: bo, role: 'assistant' as const, units: 1 };
    const id = await stage.repeat({ claims: [lead(anna), assistant] });
    await stage.done('updateSeries', { id, assigneeId: bo });
    expect((await stage.series(id)).claims).toEqual([lead(bo)]);
  });

  it('cautions when the new technician is busy', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat();
    const { bo } = stage.world;
    await stage.book({ claims: [lead(bo)], start: at(9, 7), end: at(10, 7) });
    const refusal = await stage.refused('updateSeries', { id, name: 'Team meeting', claims: [lead(bo)] });
    expect(refusal).toMatchObject({ kind: 'needs-override' });
  });

  it('refuses a unit of another customer', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat();
    const refusal = await stage.refused('updateSeries', { id, name: 'Visit', claims: [], unitId: stage.world.unitId });
    expect(problems(refusal)).toEqual([{ field: 'unitId', reason: 'must be a unit of the customer' }]);
  });
});

describe('endSeries', () => {
  it('ends it from now on, keeps what was, and frees its lanes', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat();
    stage.clock.set(at(12, 7));
    await stage.done('endSeries', { id });
    expect(await stage.starts(id)).toEqual(['2026-11-23 09:00', '2026-11-30 09:00']);
    expect((await stage.series(id)).active).toBe(false);
    await stage.done('bookAppointment', { ...bookingOf(stage), start: at(9, 14), end: at(10, 14) });
  });

  it('is undone with everything back', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat();
    const before = await stage.series(id);
    await stage.done('endSeries', { id });
    await stage.done('undo', {});
    expect(await stage.series(id)).toEqual(before);
  });
});

function bookingOf(stage: SeriesStage): CommandArgs<'bookAppointment'> {
  return bookingArgs(stage.world, stage.ids.next(), { start: at(9, 7), end: at(10, 7) });
}
