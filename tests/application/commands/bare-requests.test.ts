import { describe, expect, it } from 'vitest';
import { localDate } from '../../../core/domain/time/local-date.ts';
import { askOf } from '../../builders/ask.ts';
import { ruleArgs } from '../../builders/samples.ts';
import { actor, at, surroundingsWith } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bay, bookingArgs, lead, roomArgs } from '../../builders/world.ts';

const asked = (stage: Stage) => stage.book({ as: 'requested', claims: [] });
const confirming = (id: string) => ({ id, reservationIds: [] });
const NO_PLACE = { kind: 'no-place', title: 'Meeting' };

describe('a request that claims nothing yet', () => {
  it('is kept with its time, and nobody else is in its way', async () => {
    const stage = await openStage();
    const id = await asked(stage);
    expect(await stage.appointment(id)).toMatchObject({
      claims: [],
      start: at(9),
      state: { status: 'requested', approval: 'none' },
    });
    const other = await stage.book({ as: 'requested' });
    await stage.done('confirmAppointment', confirming(other));
    expect((await stage.appointment(id)).state.status).toBe('requested');
  });

  it.each(['held', 'confirmed'] as const)('is a request alone: what is %s claims something', async (as) => {
    const stage = await openStage();
    const args = bookingArgs(stage.world, stage.ids.next(), { as, claims: [] });
    expect(await stage.refused('bookAppointment', args)).toEqual({
      kind: 'invalid-input',
      problems: [{ field: 'claims', reason: 'must name at least one resource' }],
    });
  });

  it('is refused for its time alone: before now, or while the doors are closed', async () => {
    const stage = await openStage();
    stage.clock.set(at(11));
    const past = bookingArgs(stage.world, stage.ids.next(), { as: 'requested', claims: [] });
    expect(await stage.refused('bookAppointment', past)).toMatchObject({
      kind: 'blocked',
      reasons: [{ reason: { rule: 'not-past' } }],
    });
    const night = { ...past, start: at(20), end: at(21) };
    expect(await stage.refused('bookAppointment', night)).toMatchObject({
      kind: 'blocked',
      reasons: [{ reason: { rule: 'location-open' } }],
    });
  });

  it('needs no bay yet, though its work does, and is no displaced request', async () => {
    const stage = await openStage();
    const id = await stage.bookWork({ as: 'requested', claims: [], reservationIds: [] });
    expect((await stage.appointment(id)).claims).toEqual([]);
    const { verdict } = await askOf(stage, 'appointmentDetails', { id });
    expect(verdict.reasons.map(({ reason }) => reason.rule)).not.toContain('bay-capable');
  });

  it('is not confirmed before it has a place, and says so before it asks for approval', async () => {
    const stage = await openStage();
    const id = await asked(stage);
    expect(await stage.refused('confirmAppointment', confirming(id))).toEqual(NO_PLACE);
    const rule = { kind: 'require-approval', minimumDuration: 15, minimumPriority: null } as const;
    await stage.done('addScheduleRule', ruleArgs(stage.ids.next(), { rule }));
    const dana = stage.as(surroundingsWith(stage.clock, actor('dispatcher', 'Dana')));
    expect(await dana.refused('confirmAppointment', confirming(id))).toEqual(NO_PLACE);
    expect((await stage.appointment(id)).state).toEqual({ status: 'requested', approval: 'none' });
  });

  it('gets its place by being moved, with the bay that is missing, and is confirmed then', async () => {
    const stage = await openStage();
    const { anna, bay1 } = stage.world;
    const id = await stage.bookWork({ as: 'requested', claims: [], reservationIds: [] });
    const move = { id, start: at(9), end: at(10), findPartner: true };
    await stage.done('moveAppointment', { ...move, claims: [lead(anna)] });
    expect((await stage.appointment(id)).claims).toEqual([lead(anna), bay(bay1)]);
    await stage.done('confirmAppointment', { id, reservationIds: [stage.ids.next()] });
    expect((await stage.appointment(id)).state).toEqual({ status: 'confirmed' });
  });

  it('gets no place with neither people nor a bay for work that needs both', async () => {
    const stage = await openStage();
    const room = stage.ids.next<'resource'>();
    await stage.done('addResource', roomArgs(stage.world, room));
    const id = await stage.bookWork({ as: 'requested', claims: [], reservationIds: [] });
    const claims = [{ resourceId: room, role: 'room' as const, units: 1 }];
    const move = { id, start: at(9), end: at(10), findPartner: true, claims };
    expect(await stage.refused('moveAppointment', move)).toMatchObject({ kind: 'invalid-input' });
  });

  it('moves to another time and still claims nothing; an undo takes its place back', async () => {
    const stage = await openStage();
    const id = await asked(stage);
    const move = { id, start: at(10.5), end: at(11.5), findPartner: true };
    await stage.done('moveAppointment', { ...move, claims: null });
    expect(await stage.appointment(id)).toMatchObject({ claims: [], start: at(10.5) });
    await stage.done('moveAppointment', { ...move, claims: [lead(stage.world.bo)] });
    expect((await stage.appointment(id)).claims).toEqual([lead(stage.world.bo)]);
    await stage.done('undo', {});
    expect((await stage.appointment(id)).claims).toEqual([]);
  });

  it('is in the tray among the requests and on the board', async () => {
    const stage = await openStage();
    const { locationId } = stage.world;
    const id = await asked(stage);
    const tray = await askOf(stage, 'tray', { locationId, tab: 'requested', filter: '', dueWithinDays: null });
    expect(tray.items.map((one) => one.appointmentId)).toEqual([id]);
    const date = localDate('2026-11-23');
    const board = await askOf(stage, 'boardForRange', { locationId, date, days: 1 });
    expect(board.appointments.map((one) => ({ id: one.id, claims: one.claims }))).toEqual([{ id, claims: [] }]);
  });
});
