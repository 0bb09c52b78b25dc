import { describe, expect, it } from 'vitest';
import type { SuggestionAnswer } from '../../../core/contract/views/suggestion-view.ts';
import { instant, type Instant } from '../../../core/domain/time/instant.ts';
import type { AppointmentId } from '../../../core/domain/work/appointment.ts';
import { snapshotOf } from '../../builders/snapshot.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bay, bookingArgs, lead } from '../../builders/world.ts';
import { entry, hold, wait } from './stage.ts';

/** The last thermostat is set aside for a hold that runs out at 07:15. Nobody sweeps. */
async function lastPartHeld(): Promise<{ readonly stage: Stage; readonly held: AppointmentId }> {
  const stage = await openStage();
  await stage.done('countStock', { stockId: stage.world.stock, onHand: 1 });
  const held = await hold(stage, { serviceTypeId: stage.world.engine });
  return { stage, held };
}

async function work(stage: Stage, start: Instant) {
  const { anna, bay1 } = stage.world;
  const reservationIds = [stage.ids.next<'reservation'>()];
  const claims = [lead(anna), bay(bay1)];
  const more = { workOrderId: await stage.order(), title: '', start, end: null, reservationIds, claims };
  return bookingArgs(stage.world, stage.ids.next<'appointment'>(), more);
}

const asideOf = async (stage: Stage, id: AppointmentId): Promise<readonly number[]> =>
  (await stage.store.read.reservationsOf(id)).map((one) => one.quantity);

describe('parts of a hold', () => {
  it('are its own to the minute of its expiry, and whoever needs them has them then', async () => {
    const { stage, held } = await lastPartHeld();
    const afternoon = await work(stage, at(13));
    stage.clock.set(instant(at(7.25) - 1));
    expect(await stage.refused('bookAppointment', afternoon)).toMatchObject({
      kind: 'blocked',
      reasons: [{ reason: { rule: 'parts-there' } }],
    });
    stage.clock.set(at(7.25));
    await stage.done('bookAppointment', afternoon);
    expect(await asideOf(stage, afternoon.id as AppointmentId)).toEqual([1]);
    expect(await asideOf(stage, held)).toEqual([]);
    expect((await stage.appointment(held)).state).toEqual({ status: 'requested', approval: 'none' });
  });

  it('go once where the booking takes its time as well', async () => {
    const { stage, held } = await lastPartHeld();
    const { start } = await stage.appointment(held);
    const same = await work(stage, start);
    stage.clock.set(at(7.25));
    await stage.done('bookAppointment', same);
    expect(await asideOf(stage, same.id as AppointmentId)).toEqual([1]);
    expect(await stage.store.read.setAside([stage.world.stock])).toEqual(new Map([[stage.world.stock, 1]]));
  });

  it('come back with one undo, and go again with one redo', async () => {
    const { stage } = await lastPartHeld();
    const afternoon = await work(stage, at(13));
    stage.clock.set(at(7.25));
    const before = snapshotOf(stage.folder);
    await stage.done('bookAppointment', afternoon);
    const after = snapshotOf(stage.folder);
    await stage.done('undo', {});
    expect(snapshotOf(stage.folder)).toEqual(before);
    await stage.done('redo', {});
    expect(snapshotOf(stage.folder)).toEqual(after);
  });

  it('are had by one of two who want the last one, the other is refused', async () => {
    const { stage } = await lastPartHeld();
    const wishes = [await work(stage, at(13)), await work(stage, at(14.5))];
    stage.clock.set(at(7.25));
    const replies = await Promise.all(
      wishes.map((args) =>
        stage.laneway.call('command', 'bookAppointment', { id: stage.ids.next(), args }, { host: 'test' }),
      ),
    );
    expect(replies.map((reply) => reply.ok)).toEqual([true, false]);
    expect(await stage.store.read.setAside([stage.world.stock])).toEqual(new Map([[stage.world.stock, 1]]));
  });

  it('are had by the next hold, and the first one cannot be confirmed any more', async () => {
    const { stage, held } = await lastPartHeld();
    stage.clock.set(at(7.25));
    await hold(stage, { serviceTypeId: stage.world.engine, key: 'second', start: at(13) });
    expect(await stage.refused('confirmHold', { id: held, key: 'c' })).toMatchObject({ kind: 'blocked' });
  });

  it('stay with it as long as nobody needs them: it is confirmed late with what it had', async () => {
    const { stage, held } = await lastPartHeld();
    stage.clock.set(at(7.5));
    await stage.done('confirmHold', { id: held, key: 'c' });
    expect(await asideOf(stage, held)).toEqual([1]);
  });

  it('are taken by work that used more than it had set aside', async () => {
    const stage = await openStage();
    const { stock, thermostat, engine, anna, bay1 } = stage.world;
    await stage.done('countStock', { stockId: stock, onHand: 0 });
    const workOrderId = await stage.order({ parts: [{ partId: thermostat, quantity: 1, critical: false }] });
    const id = stage.ids.next<'appointment'>();
    const claims = [lead(anna), bay(bay1)];
    const more = { workOrderId, title: '', start: at(8), end: null, reservationIds: [stage.ids.next()], claims };
    await stage.done('bookAppointment', bookingArgs(stage.world, id, more), { acceptCautions: true });
    expect(await asideOf(stage, id)).toEqual([]);
    await stage.done('countStock', { stockId: stock, onHand: 1 });
    const held = await hold(stage, { serviceTypeId: engine, start: at(13) });
    stage.clock.set(at(9));
    await stage.done('startAppointment', { id, at: at(8) });
    await stage.done('completeAppointment', { id, at: at(9) });
    expect((await stage.store.read.get('stock', stock))?.onHand).toBe(0);
    expect(await asideOf(stage, held)).toEqual([]);
  });

  it('count as free for suggestions from then on', async () => {
    const { stage } = await lastPartHeld();
    const input = {
      work: { workOrderId: await stage.order() },
      from: null,
      days: 1,
      count: 1,
      within: null,
      duration: null,
    };
    const starts = async (): Promise<readonly Instant[]> => {
      const reply = await stage.laneway.call('query', 'suggestSlots', input, { host: 'test' });
      if (!reply.ok) throw new Error(reply.message);
      return (reply.value as SuggestionAnswer).suggestions.map((one) => one.start);
    };
    expect(await starts()).toEqual([]);
    stage.clock.set(at(7.25));
    expect((await starts()).length).toBe(1);
  });

  it('go with an offer that ran out: the customer waits on', async () => {
    const stage = await openStage();
    const { stock, engine, locationId, anna } = stage.world;
    await stage.done('countStock', { stockId: stock, onHand: 1 });
    const waiting = await wait(stage, { serviceTypeId: engine });
    const offered = stage.ids.next<'appointment'>();
    await stage.done('offerSlot', {
      id: offered,
      locationId,
      resourceId: anna,
      range: { from: at(8), to: at(12) },
      entryId: waiting,
    });
    stage.clock.set(at(9));
    await stage.done('bookAppointment', await work(stage, at(13)));
    expect((await stage.appointment(offered)).state).toMatchObject({ status: 'cancelled', cause: 'offer-expired' });
    expect((await entry(stage, waiting)).state).toEqual({ status: 'waiting' });
  });
});
