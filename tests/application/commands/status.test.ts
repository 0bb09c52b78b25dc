import { describe, expect, it } from 'vitest';
import { at } from '../../builders/surroundings.ts';
import { openStage } from '../../builders/use-world.ts';
import { bookingArgs } from '../../builders/world.ts';

describe('the way of an appointment', () => {
  it('start, completion: parts leave the stock and the work order is done', async () => {
    const stage = await openStage();
    const id = await stage.bookWork();
    const { workOrderId } = await stage.appointment(id);
    stage.clock.set(at(9.1));
    await stage.done('startAppointment', { id, at: at(9) });
    expect((await stage.appointment(id)).state).toEqual({ status: 'in-progress', startedAt: at(9) });
    stage.clock.set(at(10));
    await stage.done('completeAppointment', { id, at: at(9.9) });
    expect((await stage.appointment(id)).state).toEqual({ status: 'completed', startedAt: at(9), endedAt: at(9.9) });
    expect(await stage.store.read.get('stock', stage.world.stock)).toMatchObject({ onHand: 3 });
    expect(await stage.store.read.reservationsOf(id)).toMatchObject([{ consumed: true }]);
    expect(workOrderId === null ? null : (await stage.workOrder(workOrderId)).state).toEqual({
      status: 'done',
      at: at(9.9),
    });
  });

  it('an overrun keeps its technician busy until now', async () => {
    const stage = await openStage();
    const id = await stage.book();
    stage.clock.set(at(9));
    await stage.done('startAppointment', { id, at: at(9) });
    stage.clock.set(at(10.9));
    const next = bookingArgs(stage.world, stage.ids.next(), { start: at(11), end: at(11.5) });
    expect(await stage.refused('bookAppointment', next)).toMatchObject({
      kind: 'blocked',
      reasons: [{ reason: { rule: 'technician-free', to: at(10.9) + 15 * 60_000 } }],
    });
  });

  it('cancelling gives the part back and leaves the work order open', async () => {
    const stage = await openStage();
    const id = await stage.bookWork();
    const { workOrderId } = await stage.appointment(id);
    await stage.done('cancelAppointment', { id, reason: 'Customer is ill' });
    expect((await stage.appointment(id)).state).toEqual({
      status: 'cancelled',
      at: at(7),
      by: 'Kari',
      reason: 'Customer is ill',
    });
    expect(await stage.store.read.reservationsOf(id)).toEqual([]);
    const waiting = await stage.store.read.unassigned(stage.world.locationId);
    expect(waiting.map((order) => order.id)).toEqual([workOrderId]);
  });

  it('a no-show is one only once it should have begun', async () => {
    const stage = await openStage();
    const id = await stage.book();
    expect(await stage.refused('markNoShow', { id })).toMatchObject({ kind: 'invalid-input' });
    stage.clock.set(at(9.5));
    await stage.done('markNoShow', { id });
    expect((await stage.appointment(id)).state).toEqual({ status: 'no-show', at: at(9.5) });
  });

  it('a start can be taken back', async () => {
    const stage = await openStage();
    const id = await stage.book();
    stage.clock.set(at(9));
    await stage.done('startAppointment', { id, at: at(9) });
    await stage.done('takeBackStart', { id });
    expect((await stage.appointment(id)).state).toEqual({ status: 'confirmed' });
  });

  it('a request that is confirmed is judged again and reserves its part then', async () => {
    const stage = await openStage();
    const id = await stage.bookWork({ as: 'requested' });
    expect(await stage.store.read.reservationsOf(id)).toEqual([]);
    const other = await stage.book();
    const confirm = { id, reservationIds: [stage.ids.next<'reservation'>()] };
    const refusal = await stage.refused('confirmAppointment', confirm);
    expect(refusal).toMatchObject({ kind: 'blocked', reasons: [{ reason: { rule: 'technician-free' } }] });
    expect(refusal.kind === 'blocked' && refusal.alternatives.length).toBe(3);
    await stage.done('cancelAppointment', { id: other, reason: 'moved' });
    await stage.done('confirmAppointment', confirm);
    expect((await stage.appointment(id)).state).toEqual({ status: 'confirmed' });
    expect(await stage.store.read.reservationsOf(id)).toHaveLength(1);
  });

  it('a hold let go is only requested and its part is free', async () => {
    const stage = await openStage();
    const id = await stage.bookWork({ as: 'held' });
    await stage.done('releaseHold', { id });
    expect((await stage.appointment(id)).state).toEqual({ status: 'requested', approval: 'none' });
    expect(await stage.store.read.reservationsOf(id)).toEqual([]);
  });

  it('what the machine does not allow is refused with where it stands', async () => {
    const stage = await openStage();
    const id = await stage.book();
    const title = 'Meeting';
    expect(await stage.refused('completeAppointment', { id, at: at(7) })).toEqual({
      kind: 'wrong-status',
      title,
      from: 'confirmed',
      to: 'completed',
    });
    expect(await stage.refused('takeBackStart', { id })).toMatchObject({ kind: 'wrong-status', from: 'confirmed' });
    expect(await stage.refused('releaseHold', { id })).toMatchObject({ kind: 'wrong-status', from: 'confirmed' });
    await stage.done('cancelAppointment', { id, reason: 'ill' });
    expect(await stage.refused('startAppointment', { id, at: at(7) })).toEqual({
      kind: 'final-status',
      title,
      status: 'cancelled',
    });
  });

  it('nothing is written down before it happens, nor an end before its start', async () => {
    const stage = await openStage();
    const id = await stage.book();
    const problem = { kind: 'invalid-input', problems: [{ field: 'at' }] };
    expect(await stage.refused('startAppointment', { id, at: at(9) })).toMatchObject(problem);
    stage.clock.set(at(9));
    await stage.done('startAppointment', { id, at: at(9) });
    expect(await stage.refused('completeAppointment', { id, at: at(8.5) })).toMatchObject(problem);
  });

  it('nothing begins more than a day before it was planned', async () => {
    const stage = await openStage();
    const id = await stage.book({ start: at(9, 1), end: at(10, 1) });
    stage.clock.set(at(9));
    expect(await stage.refused('startAppointment', { id, at: at(8.75) })).toEqual({
      kind: 'invalid-input',
      problems: [{ field: 'at', reason: 'must be at most a day before the planned start' }],
    });
    await stage.done('startAppointment', { id, at: at(9) });
  });

  it('work cannot take more parts than lie there', async () => {
    const stage = await openStage();
    const id = await stage.bookWork();
    await stage.done('countStock', { stockId: stage.world.stock, onHand: 0 });
    stage.clock.set(at(9));
    await stage.done('startAppointment', { id, at: at(9) });
    expect(await stage.refused('completeAppointment', { id, at: at(9) })).toEqual({
      kind: 'stock-short',
      part: 'Thermostat',
      needed: 1,
      available: 0,
    });
  });
});
