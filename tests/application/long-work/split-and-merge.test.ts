import { describe, expect, it } from 'vitest';
import { at } from '../../builders/surroundings.ts';
import { claim, equipmentArgs, teamArgs } from '../../builders/resource-args.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bay, lead } from '../../builders/world.ts';
import { snapshotOf } from '../../builders/snapshot.ts';
import { minutesOf, numbers, openLongWork, times, why } from './long-work-stage.ts';

/** A booked work order on Anna from 09:00 to 11:00, its part reserved. */
async function twoHours(stage: Stage) {
  const { world } = stage;
  return stage.bookWork({ start: at(9), end: at(11), claims: [lead(world.anna), bay(world.bay1)] });
}
const split = (stage: Stage, id: string, minutes: number) => {
  const newId = stage.ids.next<'appointment'>();
  return { newId, args: { id, newId, at: null, minutes } };
};
const problem = (field: string, reason: string) => ({ kind: 'invalid-input', problems: [{ field, reason }] });

describe('splitting an appointment', () => {
  it('makes two linked parts of it where it was, at a moment or after so many minutes', async () => {
    for (const cut of [
      { at: at(9.75), minutes: null },
      { at: null, minutes: 45 },
    ]) {
      const stage = await openStage();
      const id = await twoHours(stage);
      const newId = stage.ids.next<'appointment'>();
      await stage.done('splitAppointment', { id, newId, ...cut });
      const rows = await stage.store.read.getMany('appointment', [id, newId]);
      expect(times(rows)).toEqual([
        [9, 9.75],
        [9.75, 11],
      ]);
      expect(numbers(rows)).toEqual(['1 of 2', '2 of 2']);
      expect(rows.map(({ before, after }) => [before, after])).toEqual([
        [0, 0],
        [0, 15],
      ]);
      expect(rows[1]?.claims).toEqual(rows[0]?.claims);
    }
  });

  it('is one step back', async () => {
    const stage = await openStage();
    const id = await twoHours(stage);
    const before = snapshotOf(stage.folder);
    await stage.done('splitAppointment', split(stage, id, 45).args);
    await stage.done('undo', {});
    expect(snapshotOf(stage.folder)).toEqual(before);
  });

  it('is one step back for the member of a team with the only crane, too', async () => {
    const stage = await openStage();
    const { world, ids } = stage;
    const crane = ids.next<'resource'>();
    await stage.done('addResource', equipmentArgs(world, crane));
    await stage.done('addResource', teamArgs(world, ids.next(), [world.anna, world.bo]));
    const id = await stage.book({ start: at(9), end: at(11), claims: [lead(world.anna), claim(crane, 'equipment')] });
    await stage.done('splitAppointment', split(stage, id, 45).args);
    await stage.done('undo', {});
    expect(times([await stage.appointment(id)])).toEqual([[9, 11]]);
  });

  it('leaves the reserved parts with the first', async () => {
    const stage = await openStage();
    const id = await twoHours(stage);
    const { newId, args } = split(stage, id, 45);
    await stage.done('splitAppointment', args);
    expect(await stage.store.read.reservationsOf(id)).toHaveLength(1);
    expect(await stage.store.read.reservationsOf(newId)).toHaveLength(0);
  });

  it('counts the parts of the whole work anew', async () => {
    const stage = await openLongWork();
    await stage.done('splitAppointment', split(stage, stage.parts[2], 60).args);
    const rows = await stage.standing();
    expect(numbers(rows)).toEqual([1, 2, 3, 4, 5, 6, 7].map((ordinal) => `${ordinal} of 7`));
    expect(times(rows).slice(2, 4)).toEqual([
      [32, 33],
      [33, 36],
    ]);
    expect(minutesOf(rows)).toBe(1200);
  });

  it('lets the second part be moved by itself', async () => {
    const stage = await openStage();
    const id = await twoHours(stage);
    const { newId, args } = split(stage, id, 45);
    await stage.done('splitAppointment', args);
    const place = { start: at(13), end: at(14.25), claims: null, findPartner: false };
    await stage.done('moveAppointment', { id: newId, ...place });
    expect(times(await stage.store.read.getMany('appointment', [id, newId]))).toEqual([
      [9, 9.75],
      [13, 14.25],
    ]);
  });

  it('is refused with less than a quarter of an hour on either side', async () => {
    const stage = await openStage();
    const id = await twoHours(stage);
    const reason = 'must leave at least 15 minutes on either side';
    expect(await stage.refused('splitAppointment', split(stage, id, 14).args)).toEqual(problem('minutes', reason));
    expect(await stage.refused('splitAppointment', split(stage, id, 106).args)).toEqual(problem('minutes', reason));
    const { newId } = split(stage, id, 15);
    const late = { id, newId, at: at(11), minutes: null };
    expect(await stage.refused('splitAppointment', late)).toEqual(problem('at', reason));
    await stage.done('splitAppointment', split(stage, id, 15).args);
  });

  it('is refused without a cut, or with two', async () => {
    const stage = await openStage();
    const id = await twoHours(stage);
    const { newId } = split(stage, id, 15);
    const reason = 'must be given, or minutes, but not both';
    for (const cut of [
      { at: null, minutes: null },
      { at: at(10), minutes: 60 },
    ])
      expect(await stage.refused('splitAppointment', { id, newId, ...cut })).toEqual(problem('at', reason));
  });

  it('is refused for a request, and for what is over', async () => {
    const stage = await openStage();
    const requested = await stage.book({ as: 'requested' });
    expect(await stage.refused('splitAppointment', split(stage, requested, 30).args)).toMatchObject({
      kind: 'wrong-status',
      from: 'requested',
    });
    const cancelled = await stage.book();
    await stage.done('cancelAppointment', { id: cancelled, reason: 'ill' });
    expect(await stage.refused('splitAppointment', split(stage, cancelled, 30).args)).toMatchObject({
      kind: 'final-status',
      status: 'cancelled',
    });
  });

  it('is refused under an id that is taken', async () => {
    const stage = await openStage();
    const id = await twoHours(stage);
    expect(await stage.refused('splitAppointment', { id, newId: id, at: at(10), minutes: null })).toMatchObject({
      kind: 'already-exists',
    });
  });

  it('is refused in the past of work that is underway', async () => {
    const stage = await openStage();
    const id = await twoHours(stage);
    stage.clock.set(at(10));
    await stage.done('startAppointment', { id, at: at(9) });
    expect(await stage.refused('splitAppointment', split(stage, id, 45).args)).toEqual(
      problem('minutes', 'must not be in the past while the work is underway'),
    );
    const { newId, args } = split(stage, id, 75);
    await stage.done('splitAppointment', args);
    expect((await stage.appointment(id)).state.status).toBe('in-progress');
    expect((await stage.appointment(newId)).state.status).toBe('confirmed');
  });
});

describe('merging two parts', () => {
  it('takes a split back, whichever of the two is named first', async () => {
    for (const swapped of [false, true]) {
      const stage = await openStage();
      const id = await twoHours(stage);
      const before = snapshotOf(stage.folder);
      const { newId, args } = split(stage, id, 45);
      await stage.done('splitAppointment', args);
      await stage.done('mergeAppointments', swapped ? { id: newId, otherId: id } : { id, otherId: newId });
      expect(snapshotOf(stage.folder)).toEqual(before);
    }
  });

  it('is one step back', async () => {
    const stage = await openStage();
    const id = await twoHours(stage);
    const { newId, args } = split(stage, id, 45);
    await stage.done('splitAppointment', args);
    const before = snapshotOf(stage.folder);
    await stage.done('mergeAppointments', { id, otherId: newId });
    await stage.done('undo', {});
    expect(snapshotOf(stage.folder)).toEqual(before);
  });

  it('lasts as long as both from the first start on, and counts the parts anew', async () => {
    const stage = await openLongWork({ duration: 900 + 60 });
    const [, , , fourth, fifth] = stage.parts;
    await stage.done('moveAppointment', {
      id: fourth,
      start: at(12.5, 1),
      end: at(14, 1),
      claims: null,
      findPartner: false,
    });
    const { newId, args } = split(stage, fourth, 30);
    await stage.done('splitAppointment', args);
    await stage.done('moveAppointment', {
      id: newId,
      start: at(14.5, 1),
      end: at(15.5, 1),
      claims: null,
      findPartner: false,
    });
    await stage.done('mergeAppointments', { id: fourth, otherId: newId });
    const rows = await stage.standing();
    expect(times(rows)[3]).toEqual([36.5, 38]);
    expect(numbers(rows)).toEqual([1, 2, 3, 4, 5].map((ordinal) => `${ordinal} of 5`));
    expect((await stage.appointment(fifth)).segment?.ordinal).toBe(5);
  });

  it('is refused where the rules do not let the whole be: over a break', async () => {
    const stage = await openLongWork();
    const [first, second] = stage.parts;
    const refusal = await stage.refused('mergeAppointments', { id: first, otherId: second });
    expect(refusal).toMatchObject({ kind: 'blocked' });
    expect(why(refusal)).toContain('on-shift break');
  });

  it('is refused for parts that are not neighbours, and for other work', async () => {
    const stage = await openLongWork();
    const [first, , third] = stage.parts;
    const other = await stage.book({ claims: [lead(stage.world.bo)] });
    const expected = problem('otherId', 'must be the part of the same work before or after it');
    expect(await stage.refused('mergeAppointments', { id: first, otherId: third })).toEqual(expected);
    expect(await stage.refused('mergeAppointments', { id: first, otherId: other })).toEqual(expected);
  });

  it('is refused for an appointment with itself', async () => {
    const stage = await openLongWork();
    const [id] = stage.parts;
    expect(await stage.refused('mergeAppointments', { id, otherId: id })).toEqual(
      problem('otherId', 'must be another appointment'),
    );
  });

  it('is refused for parts that different people do', async () => {
    const stage = await openStage();
    const { world } = stage;
    const id = await stage.book({ start: at(9), end: at(11) });
    const { newId, args } = split(stage, id, 60);
    await stage.done('splitAppointment', args);
    const place = { start: at(10), end: at(11), claims: [lead(world.bo)], findPartner: false };
    await stage.done('moveAppointment', { id: newId, ...place });
    expect(await stage.refused('mergeAppointments', { id, otherId: newId })).toEqual(
      problem('otherId', 'must have the same technicians and bay'),
    );
  });

  it('is refused when the second has begun or the first is over', async () => {
    const stage = await openStage();
    const id = await stage.book({ start: at(9), end: at(11) });
    const { newId, args } = split(stage, id, 60);
    await stage.done('splitAppointment', args);
    stage.clock.set(at(10.5));
    await stage.done('startAppointment', { id: newId, at: at(10) });
    expect(await stage.refused('mergeAppointments', { id, otherId: newId })).toMatchObject({
      kind: 'wrong-status',
      from: 'in-progress',
    });
    await stage.done('startAppointment', { id, at: at(9) });
    await stage.done('completeAppointment', { id, at: at(10) });
    expect(await stage.refused('mergeAppointments', { id, otherId: newId })).toMatchObject({
      kind: 'final-status',
      status: 'completed',
    });
  });

  it('keeps parts that were reserved for the second', async () => {
    const stage = await openStage();
    const id = await twoHours(stage);
    const { newId, args } = split(stage, id, 45);
    await stage.done('splitAppointment', args);
    const reservationId = (await stage.store.read.reservationsOf(id))[0]?.id;
    // The second is the first by now: somebody moved it before the other one.
    await stage.done('moveAppointment', { id, start: at(13), end: at(13.75), claims: null, findPartner: false });
    await stage.done('mergeAppointments', { id, otherId: newId });
    expect((await stage.store.read.reservationsOf(newId)).map((one) => one.id)).toEqual([reservationId]);
    expect(times([await stage.appointment(newId)])).toEqual([[9.75, 11.75]]);
  });
});
