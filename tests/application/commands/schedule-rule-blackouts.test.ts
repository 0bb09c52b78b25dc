import { describe, expect, it } from 'vitest';
import { at } from '../../builders/surroundings.ts';
import { openStage } from '../../builders/use-world.ts';
import { bay, bookingArgs, lead } from '../../builders/world.ts';
import { ask, inTheWay, problems } from './schedule-rule-stage.ts';

describe('a blackout', () => {
  const range = { from: at(9.5), to: at(11) };

  it('closes one resource, with its name and description', async () => {
    const stage = await openStage();
    const { anna, bo } = stage.world;
    const id = stage.ids.next<'schedule-rule'>();
    const words = { name: 'Christmas Holiday', description: 'Closed for Christmas' };
    await stage.done('addBlackout', { id, resourceId: anna, locationId: null, ...words, range });
    expect(await stage.store.read.get('scheduleRule', id)).toMatchObject({
      ...words,
      scope: { of: 'resource', resourceId: anna },
      rule: { kind: 'blackout', range },
    });
    const refused = await stage.refused('bookAppointment', bookingArgs(stage.world, stage.ids.next()));
    expect(refused).toMatchObject({
      kind: 'blocked',
      reasons: [{ reason: { rule: 'on-shift', why: 'blackout', name: 'Christmas Holiday', to: at(11) } }],
    });
    expect(await inTheWay(stage, 9, { claims: [lead(bo)] })).toEqual([]);
    expect(await inTheWay(stage, 8)).toEqual([]);
  });

  it('closes a bay', async () => {
    const stage = await openStage();
    const of = { resourceId: stage.world.bay1, locationId: null };
    await stage.done('addBlackout', { id: stage.ids.next(), ...of, name: 'Paint', description: '', range });
    expect(await inTheWay(stage, 9, { claims: [bay(stage.world.bay1)] })).toEqual(['bay-open blackout']);
    expect(await inTheWay(stage, 9, { claims: [bay(stage.world.bay2)] })).toEqual([]);
  });

  it('closes a location with everybody in it, and shows on the board', async () => {
    const stage = await openStage();
    const { locationId } = stage.world;
    const of = { resourceId: null, locationId };
    await stage.done('addBlackout', { id: stage.ids.next(), ...of, name: 'Stocktaking', description: '', range });
    expect(await inTheWay(stage, 9)).toEqual(['location-open closure', 'on-shift blackout']);
    const board = await ask(stage, 'boardForRange', { locationId, date: '2026-11-23', days: 1 });
    expect(board.days[0]).toMatchObject({ closure: 'Stocktaking' });
    for (const lane of board.lanes)
      expect(lane.closed.filter((span) => span.why === 'blackout')).toEqual([
        { ...range, why: 'blackout', name: 'Stocktaking' },
      ]);
  });

  it('leaves what is booked where it is', async () => {
    const stage = await openStage();
    const id = await stage.book();
    const of = { resourceId: stage.world.anna, locationId: null };
    await stage.done('addBlackout', { id: stage.ids.next(), ...of, name: 'Ill', description: '', range });
    expect((await stage.appointment(id)).state).toEqual({ status: 'confirmed' });
  });

  it('is of a resource or of a location, and of one that is there', async () => {
    const stage = await openStage();
    const words = { name: 'Closed', description: '', range };
    const both = { resourceId: stage.world.anna, locationId: stage.world.locationId };
    for (const of of [both, { resourceId: null, locationId: null }]) {
      const refused = await stage.refused('addBlackout', { id: stage.ids.next(), ...of, ...words });
      expect(problems(refused)).toEqual(['resourceId must be given, or else locationId, and not both']);
    }
    const nobody = { resourceId: stage.ids.next<'resource'>(), locationId: null };
    expect(await stage.refused('addBlackout', { id: stage.ids.next(), ...nobody, ...words })).toMatchObject({
      kind: 'not-found',
      field: 'resourceId',
    });
  });
});
