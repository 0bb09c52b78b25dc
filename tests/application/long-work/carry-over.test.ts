import { describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../../core/contract/client.ts';
import type { Appointment } from '../../../core/domain/work/appointment.ts';
import { snapshotOf } from '../../builders/snapshot.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bay, lead } from '../../builders/world.ts';
import { minutesOf, numbers, openLongWork, times, why } from './long-work-stage.ts';

type Args = CommandArgs<'carryOver'>;
const carry = (stage: Stage, id: Appointment['id'], more: Partial<Args>): Args => ({
  id,
  at: at(10),
  rest: null,
  from: null,
  ids: Array.from({ length: 6 }, () => stage.ids.next<'appointment'>()),
  roundBookings: false,
  ...more,
});
const problem = (field: string, reason: string) => ({ kind: 'invalid-input', problems: [{ field, reason }] });
/** Work of a work order from 13:00 to 16:00, started on time. */
async function underway(stage: Stage) {
  const { world } = stage;
  const workOrderId = await stage.order({ duration: 120 });
  const claims = [lead(world.anna), bay(world.bay1)];
  const reservationIds = [stage.ids.next<'reservation'>()];
  const place = { start: at(13), end: at(15), claims, reservationIds };
  const id = await stage.book({ workOrderId, title: '', ...place });
  stage.clock.set(at(14));
  await stage.done('startAppointment', { id, at: at(13) });
  return { id, workOrderId };
}

describe('carrying the rest over', () => {
  it('stops an appointment and puts what is left at the beginning of the next working day', async () => {
    const stage = await openStage();
    const id = await stage.book({ start: at(9), end: at(11.5) });
    const args = carry(stage, id, { at: at(10) });
    await stage.done('carryOver', args);
    const rows = await stage.store.read.getMany('appointment', [id, ...args.ids]);
    expect(times(rows)).toEqual([
      [9, 10],
      [32, 33.5],
    ]);
    expect(numbers(rows)).toEqual(['1 of 2', '2 of 2']);
    expect(rows.map((one) => one.after)).toEqual([0, 15]);
  });

  it('is one step back', async () => {
    const stage = await openLongWork();
    const before = snapshotOf(stage.folder);
    await stage.done('carryOver', carry(stage, stage.parts[1], { at: at(14) }));
    expect(snapshotOf(stage.folder)).not.toEqual(before);
    await stage.done('undo', {});
    expect(snapshotOf(stage.folder)).toEqual(before);
  });

  it('lets the parts after it flow on with the rest, under the ids they had', async () => {
    const stage = await openLongWork();
    await stage.done('carryOver', carry(stage, stage.parts[1], { at: at(14) }));
    const rows = await stage.standing();
    // Two hours of Monday afternoon go to Tuesday, and everything after them two hours on.
    expect(times(rows)).toEqual([
      [8, 12],
      [12.5, 14],
      [32, 36],
      [36.5, 40],
      [56, 60],
      [60.5, 63.5],
    ]);
    expect(rows.map((one) => one.id)).toEqual(stage.parts);
    expect(minutesOf(rows)).toBe(1200);
  });

  it('takes new ids where the rest needs another part', async () => {
    const stage = await openLongWork();
    const args = carry(stage, stage.parts[1], { at: at(13), ids: stage.freshIds(1) });
    await stage.done('carryOver', args);
    const rows = await stage.standing();
    expect(times(rows).slice(-2)).toEqual([
      [60.5, 64],
      [80, 80.5],
    ]);
    expect(rows.at(-1)?.id).toBe(args.ids[0]);
    expect(minutesOf(rows)).toBe(1200);
    expect(numbers(rows)).toEqual([1, 2, 3, 4, 5, 6, 7].map((ordinal) => `${ordinal} of 7`));
  });

  it('is refused with the number of ids that are missing', async () => {
    const stage = await openStage();
    const id = await stage.book({ start: at(13), end: at(15) });
    const rest = { at: at(14), rest: 600, ids: [stage.ids.next<'appointment'>()], from: at(8, 2) };
    expect(await stage.refused('carryOver', carry(stage, id, rest))).toEqual(
      problem('ids', 'must give an id for each of the 3 new parts'),
    );
  });

  it('completes what was underway, with the parts it took; the work order stays open', async () => {
    const stage = await openStage();
    const { id, workOrderId } = await underway(stage);
    const args = carry(stage, id, { at: at(14) });
    await stage.done('carryOver', args);
    expect((await stage.appointment(id)).state).toEqual({ status: 'completed', startedAt: at(13), endedAt: at(14) });
    expect((await stage.store.read.reservationsOf(id)).map((one) => one.consumed)).toEqual([true]);
    expect((await stage.store.read.get('stock', stage.world.stock))?.onHand).toBe(3);
    expect((await stage.workOrder(workOrderId)).state.status).toBe('open');
    const rows = await stage.store.read.getMany('appointment', [id, ...args.ids]);
    expect(times(rows)).toEqual([
      [13, 14],
      [32, 33],
    ]);
    expect(rows[1]?.workOrderId).toBe(workOrderId);
  });

  it('begins where it is told to, the same day too', async () => {
    const stage = await openStage();
    const id = await stage.book({ start: at(9), end: at(11) });
    const args = carry(stage, id, { at: at(10), from: at(14) });
    await stage.done('carryOver', args);
    expect(times(await stage.store.read.getMany('appointment', [id, ...args.ids]))).toEqual([
      [9, 10],
      [14, 15],
    ]);
  });

  it('asks how much is left when the planned time is over', async () => {
    const stage = await openStage();
    const { id } = await underway(stage);
    stage.clock.set(at(15.5));
    const over = { at: at(15.5) };
    expect(await stage.refused('carryOver', carry(stage, id, over))).toEqual(
      problem('rest', 'must be given, because the planned time is over'),
    );
    const args = carry(stage, id, { ...over, rest: 90 });
    await stage.done('carryOver', args);
    const rows = await stage.store.read.getMany('appointment', [id, ...args.ids]);
    expect(times(rows)).toEqual([
      [13, 15],
      [32, 33.5],
    ]);
    expect(rows[0]?.state).toMatchObject({ status: 'completed', endedAt: at(15.5) });
  });

  it('is refused where something is booked, and flows round it when asked to', async () => {
    const stage = await openStage();
    const id = await stage.book({ start: at(9), end: at(11) });
    await stage.book({ start: at(8.5, 1), end: at(9.5, 1) });
    const refusal = await stage.refused('carryOver', carry(stage, id, { at: at(10) }));
    expect(why(refusal)).toEqual(['technician-free double-use']);
    const args = carry(stage, id, { at: at(10), roundBookings: true });
    await stage.done('carryOver', args);
    expect(times(await stage.store.read.getMany('appointment', args.ids))).toEqual([
      [32, 32.5],
      [33.75, 34.25],
    ]);
  });

  it('leaves alone the parts that somebody else does', async () => {
    const stage = await openLongWork();
    const { world, parts } = stage;
    const [, , third] = parts;
    const place = { start: at(8, 1), end: at(12, 1), findPartner: false };
    await stage.done('moveAppointment', { id: third, ...place, claims: [lead(world.bo), bay(world.bay2)] });
    await stage.done('carryOver', carry(stage, parts[1], { at: at(14), roundBookings: true }));
    const rows = await stage.standing();
    expect(times(rows.filter((one) => one.id === third))).toEqual([[32, 36]]);
    expect(minutesOf(rows)).toBe(1200);
  });

  it('is refused when it would stop before it starts or after it ends', async () => {
    const stage = await openStage();
    const id = await stage.book({ start: at(9), end: at(11) });
    const reason = 'must be at least 15 minutes after the start and before the end';
    for (const stop of [at(9.2), at(11)])
      expect(await stage.refused('carryOver', carry(stage, id, { at: stop }))).toEqual(problem('at', reason));
    const { id: begun } = await underway(stage);
    expect(await stage.refused('carryOver', carry(stage, begun, { at: at(13) }))).toEqual(
      problem('at', 'must be after the work started'),
    );
    expect(await stage.refused('carryOver', carry(stage, begun, { at: at(14.5) }))).toEqual(
      problem('at', 'must not be in the future'),
    );
  });

  it('is refused when the rest would begin before the work stops', async () => {
    const stage = await openStage();
    const id = await stage.book({ start: at(9), end: at(11) });
    expect(await stage.refused('carryOver', carry(stage, id, { from: at(9.5) }))).toEqual(
      problem('from', 'must not be before the work stops'),
    );
  });

  it('is refused for what does not stand firm, and under an id that is taken', async () => {
    const stage = await openStage();
    const requested = await stage.book({ as: 'requested', start: at(9), end: at(11) });
    expect(await stage.refused('carryOver', carry(stage, requested, {}))).toMatchObject({ kind: 'wrong-status' });
    const id = await stage.book({ start: at(9), end: at(11) });
    expect(await stage.refused('carryOver', carry(stage, id, { ids: [requested] }))).toMatchObject({
      kind: 'already-exists',
    });
  });
});
