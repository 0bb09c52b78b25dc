import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../core/application/ports/log-entry.ts';
import { standing } from '../../core/application/undo-conflicts.ts';
import { actor, at, surroundingsWith } from '../builders/surroundings.ts';
import { openLanewayIn } from '../builders/laneway.ts';
import { openStage, type Stage } from '../builders/use-world.ts';
import { bookingArgs, customerArgs, workOrderArgs } from '../builders/world.ts';

const undo = (stage: Pick<Stage, 'done'>) => stage.done('undo', {});
const redo = (stage: Pick<Stage, 'done'>) => stage.done('redo', {});

describe('undo', () => {
  it('takes back the newest own step and names what it was about', async () => {
    const stage = await openStage();
    const id = await stage.book();
    await stage.done('moveAppointment', { id, start: at(13), end: at(14), claims: null, findPartner: false });
    const receipt = await undo(stage);
    expect(receipt.subject).toBe('Meeting');
    expect(await stage.appointment(id)).toMatchObject({ start: at(9), rescheduleCount: 0, rescheduledAt: null });
    await undo(stage);
    expect(await stage.store.read.get('appointment', id)).toBeUndefined();
  });

  it('leaves a final status, with the parts as they were', async () => {
    const stage = await openStage();
    const id = await stage.bookWork();
    const before = await stage.appointment(id);
    const reservations = await stage.store.read.reservationsOf(id);
    await stage.done('cancelAppointment', { id, reason: 'wrong one' });
    await undo(stage);
    expect(await stage.appointment(id)).toEqual(before);
    expect(await stage.store.read.reservationsOf(id)).toEqual(reservations);
  });

  it('does not ask rules that depend on the clock', async () => {
    const stage = await openStage();
    const id = await stage.book();
    await stage.done('cancelAppointment', { id, reason: 'wrong one' });
    stage.clock.set(at(15));
    await undo(stage);
    expect((await stage.appointment(id)).state).toEqual({ status: 'confirmed' });
  });

  it('is blocked where the place has been taken by somebody else since', async () => {
    const stage = await openStage();
    const id = await stage.book();
    await stage.done('cancelAppointment', { id, reason: 'wrong one' });
    const other = stage.as(surroundingsWith(stage.clock, actor('dispatcher', 'Nils')));
    await other.done('bookAppointment', bookingArgs(stage.world, stage.ids.next(), { title: 'Other' }));
    expect(await stage.refused('undo', {})).toMatchObject({
      kind: 'blocked',
      reasons: [{ reason: { rule: 'technician-free', why: 'double-use', title: 'Other' } }],
    });
    expect((await stage.appointment(id)).state.status).toBe('cancelled');
  });

  it('lets a hold that has run out give way', async () => {
    const stage = await openStage();
    const id = await stage.book();
    await stage.done('cancelAppointment', { id, reason: 'wrong one' });
    const other = stage.as(surroundingsWith(stage.clock, actor('dispatcher', 'Nils')));
    const held = stage.ids.next<'appointment'>();
    await other.done('bookAppointment', bookingArgs(stage.world, held, { as: 'held' }));
    expect(await stage.refused('undo', {})).toMatchObject({ kind: 'blocked' });
    stage.clock.pass(16);
    await undo(stage);
    expect((await stage.appointment(held)).state.status).toBe('requested');
  });

  it('is refused, with who and when, once somebody else has changed the thing', async () => {
    const stage = await openStage();
    const id = await stage.book();
    stage.clock.pass(3);
    const other = stage.as(surroundingsWith(stage.clock, actor('dispatcher', 'Nils')));
    await other.done('moveAppointment', { id, start: at(9), end: at(11), claims: null, findPartner: false });
    const refusal = { kind: 'changed-since', what: 'Meeting', by: 'Nils', at: at(7) + 180_000 };
    expect(await stage.refused('undo', {})).toEqual(refusal);
    await other.done('undo', {});
    await other.done('redo', {});
    expect(await stage.refused('undo', {})).toMatchObject({ kind: 'changed-since', by: 'Nils' });
    await other.done('undo', {});
    await undo(stage);
  });

  it('is refused once somebody else has put the thing to use', async () => {
    const stage = await openStage();
    const customerId = stage.ids.next<'customer'>();
    await stage.done('addCustomer', customerArgs(customerId, 'Per'));
    const other = stage.as(surroundingsWith(stage.clock, actor('dispatcher', 'Nils')));
    const order = workOrderArgs(stage.world, stage.ids.next(), { customerId, unitId: null });
    await other.done('openWorkOrder', order);
    expect(await stage.refused('undo', {})).toMatchObject({ kind: 'changed-since', what: 'Per', by: 'Nils' });
    await other.done('undo', {});
    await undo(stage);
    expect(await stage.store.read.get('customer', customerId)).toBeUndefined();
  });

  it('is each actor’s own', async () => {
    const stage = await openStage();
    const id = await stage.book();
    const other = stage.as(surroundingsWith(stage.clock, actor('dispatcher', 'Nils')));
    expect(await other.refused('undo', {})).toEqual({ kind: 'nothing-to-undo' });
    await undo(stage);
    expect(await stage.store.read.get('appointment', id)).toBeUndefined();
  });

  it('does not promise parts that have gone since', async () => {
    const stage = await openStage();
    const id = await stage.bookWork();
    await stage.done('cancelAppointment', { id, reason: 'wrong one' });
    const other = stage.as(surroundingsWith(stage.clock, actor('manager', 'Nils')));
    await other.done('countStock', { stockId: stage.world.stock, onHand: 0 });
    expect(await stage.refused('undo', {})).toEqual({
      kind: 'stock-short',
      part: 'Thermostat',
      needed: 1,
      available: 0,
    });
  });

  it('goes on after a restart', async () => {
    const stage = await openStage();
    const id = await stage.book();
    await stage.close();
    const again = await openLanewayIn(stage.folder, stage.surroundings, stage.ids);
    await again.done('undo', {});
    expect(await again.store.read.get('appointment', id)).toBeUndefined();
    await again.done('redo', {});
    expect(await again.store.read.get('appointment', id)).toMatchObject({ title: 'Meeting' });
    await again.close();
  });
});

describe('redo', () => {
  it('does again what was taken back, step by step, and can itself be undone', async () => {
    const stage = await openStage();
    const id = await stage.book();
    const booked = await stage.appointment(id);
    await stage.done('moveAppointment', { id, start: at(13), end: at(14), claims: null, findPartner: false });
    const moved = await stage.appointment(id);
    await undo(stage);
    await undo(stage);
    await redo(stage);
    expect(await stage.appointment(id)).toEqual(booked);
    await redo(stage);
    expect(await stage.appointment(id)).toEqual(moved);
    expect(await stage.refused('redo', {})).toEqual({ kind: 'nothing-to-redo' });
    await undo(stage);
    expect(await stage.appointment(id)).toEqual(booked);
  });

  it('ends with the next ordinary command', async () => {
    const stage = await openStage();
    await stage.book();
    await undo(stage);
    await stage.done('addCustomer', customerArgs(stage.ids.next(), 'Per'));
    expect(await stage.refused('redo', {})).toEqual({ kind: 'nothing-to-redo' });
  });
});

describe('what still counts of later entries', () => {
  const entry = (sequence: number, reverts: number | null = null) => ({ sequence, reverts }) as LogEntry;
  const counts = (later: readonly LogEntry[], after: number) => standing(later, after).map((one) => one.sequence);

  it('a change and its undo cancel each other', () => {
    expect(counts([entry(2), entry(3, 2)], 1)).toEqual([]);
  });
  it('a redo revives the change', () => {
    expect(counts([entry(2), entry(3, 2), entry(4, 3)], 1)).toEqual([2]);
  });
  it('an undo of something older counts', () => {
    expect(counts([entry(5, 1)], 2)).toEqual([5]);
  });
});
