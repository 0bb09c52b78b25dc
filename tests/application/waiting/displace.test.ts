import { describe, expect, it } from 'vitest';
import { at } from '../../builders/surroundings.ts';
import { openStage } from '../../builders/use-world.ts';
import { bay, lead, roomArgs } from '../../builders/world.ts';
import { snapshotOf } from '../../builders/snapshot.ts';
import { hold } from './stage.ts';

describe('of two requests for one slot', () => {
  it('the one that is confirmed displaces the other to the waitlist in the same command', async () => {
    const stage = await openStage();
    const winner = await stage.book({ as: 'requested' });
    const loser = await stage.bookWork({ as: 'requested' });
    const { workOrderId } = await stage.appointment(loser);
    const receipt = await stage.done('confirmAppointment', { id: winner, reservationIds: [] });
    expect((await stage.appointment(loser)).state).toEqual({
      status: 'cancelled',
      at: at(7),
      by: 'Kari',
      reason: '',
      cause: 'displaced',
    });
    const waiting = await stage.store.read.find('waitlistEntry', { status: ['waiting'] });
    expect(waiting).toMatchObject([
      { displaced: loser, workOrderId, duration: 60, since: at(7), offers: [], priority: 'normal' },
    ]);
    expect(receipt.touched.map((row) => row.entity).toSorted()).toEqual([
      'appointment',
      'appointment',
      'waitlistEntry',
    ]);
  });

  it('a hold that is confirmed displaces likewise', async () => {
    const stage = await openStage();
    const loser = await stage.book({ as: 'requested' });
    const id = await hold(stage);
    await stage.done('confirmHold', { id, key: 'c' });
    expect((await stage.appointment(loser)).state).toMatchObject({ status: 'cancelled', cause: 'displaced' });
  });

  it('one stays that wants another person and another bay, or another time', async () => {
    const stage = await openStage();
    const { anna, bo, bay1, bay2 } = stage.world;
    const winner = await stage.book({ as: 'requested', claims: [lead(anna), bay(bay1)] });
    const elsewhere = await stage.book({ as: 'requested', claims: [lead(bo), bay(bay2)] });
    const later = await stage.book({ as: 'requested', start: at(13), end: at(14) });
    await stage.done('confirmAppointment', { id: winner, reservationIds: [] });
    for (const id of [elsewhere, later]) expect((await stage.appointment(id)).state.status).toBe('requested');
    expect(await stage.store.read.find('waitlistEntry', {})).toEqual([]);
  });

  it('a request that only shares the bay is displaced too', async () => {
    const stage = await openStage();
    const { anna, bo, bay1 } = stage.world;
    const winner = await stage.book({ as: 'requested', claims: [lead(anna), bay(bay1)] });
    const loser = await stage.book({ as: 'requested', claims: [lead(bo), bay(bay1)] });
    await stage.done('confirmAppointment', { id: winner, reservationIds: [] });
    expect((await stage.appointment(loser)).state).toMatchObject({ cause: 'displaced' });
  });

  it('one stays where there is room for both, and goes where there is none any more', async () => {
    const stage = await openStage();
    const room = stage.ids.next<'resource'>();
    await stage.done('addResource', roomArgs(stage.world, room, { capacity: 3 }));
    const request = (units: number) =>
      stage.book({ as: 'requested', title: `${units} seats`, claims: [{ resourceId: room, role: 'room', units }] });
    const winner = await request(2);
    const small = await request(1);
    const large = await request(2);
    await stage.done('confirmAppointment', { id: winner, reservationIds: [] });
    expect((await stage.appointment(small)).state.status).toBe('requested');
    expect((await stage.appointment(large)).state).toMatchObject({ status: 'cancelled', cause: 'displaced' });
  });

  it('two stay that never meet each other, because at each moment there is room for the winner and one of them', async () => {
    const stage = await openStage();
    const room = stage.ids.next<'resource'>();
    await stage.done('addResource', roomArgs(stage.world, room, { capacity: 2 }));
    const request = (from: number, to: number) =>
      stage.book({
        as: 'requested',
        start: at(from),
        end: at(to),
        claims: [{ resourceId: room, role: 'room', units: 1 }],
      });
    const winner = await request(9, 12);
    const [early, late] = [await request(9, 10), await request(10.25, 11.5)];
    const wide = await request(8, 13);
    await stage.done('confirmAppointment', { id: early, reservationIds: [] });
    await stage.done('confirmAppointment', { id: winner, reservationIds: [] });
    const statuses = await Promise.all([late, wide].map(async (id) => (await stage.appointment(id)).state.status));
    expect(statuses).toEqual(['requested', 'cancelled']);
  });

  it('one stays that meets the winner where there is room, though it is full before the winner begins', async () => {
    const stage = await openStage();
    const room = stage.ids.next<'resource'>();
    await stage.done('addResource', roomArgs(stage.world, room, { capacity: 2 }));
    const seats = (from: number, to: number, units: number, as: 'requested' | 'confirmed') =>
      stage.book({ as, start: at(from), end: at(to), claims: [{ resourceId: room, role: 'room', units }] });
    const request = await seats(8, 11, 1, 'requested');
    await seats(8, 8.75, 2, 'confirmed');
    const winner = await seats(9, 10, 1, 'requested');
    await stage.done('confirmAppointment', { id: winner, reservationIds: [] });
    expect((await stage.appointment(request)).state.status).toBe('requested');
  });

  it('one goes whose resource is still taken by work that overruns', async () => {
    const stage = await openStage();
    const room = stage.ids.next<'resource'>();
    await stage.done('addResource', roomArgs(stage.world, room, { capacity: 2 }));
    const { anna } = stage.world;
    const inRoom = { resourceId: room, role: 'room' as const, units: 1 };
    const running = await stage.book({ start: at(8), end: at(9), claims: [lead(anna), inRoom] });
    stage.clock.set(at(8));
    await stage.done('startAppointment', { id: running, at: at(8) });
    const loser = await stage.book({ as: 'requested', start: at(10), end: at(11), claims: [inRoom] });
    const winner = await stage.book({ as: 'requested', start: at(10), end: at(11), claims: [inRoom] });
    stage.clock.set(at(9.95));
    await stage.done('confirmAppointment', { id: winner, reservationIds: [] });
    expect((await stage.appointment(loser)).state).toMatchObject({ status: 'cancelled', cause: 'displaced' });
  });

  it('the outside hears of both', async () => {
    const stage = await openStage();
    const winner = await stage.book({ as: 'requested' });
    const loser = await stage.book({ as: 'requested' });
    const told = await stage.done('confirmAppointment', { id: winner, reservationIds: [] });
    const events = (await stage.store.outbox.pending(1000)).filter((one) => one.sequence === told.sequence);
    expect(events.map(({ name, appointmentId }) => [name, appointmentId])).toContainEqual([
      'appointment.cancelled',
      loser,
    ]);
    expect(events.map(({ name, appointmentId }) => [name, appointmentId])).toContainEqual([
      'appointment.scheduled',
      winner,
    ]);
  });

  it('one undo brings both requests back and takes the entry away', async () => {
    const stage = await openStage();
    const winner = await stage.book({ as: 'requested' });
    await stage.book({ as: 'requested' });
    const before = snapshotOf(stage.folder);
    await stage.done('confirmAppointment', { id: winner, reservationIds: [] });
    const after = snapshotOf(stage.folder);
    await stage.done('undo', {});
    expect(snapshotOf(stage.folder)).toEqual(before);
    await stage.done('redo', {});
    expect(snapshotOf(stage.folder)).toEqual(after);
  });
});
