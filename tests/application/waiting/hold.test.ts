import { describe, expect, it } from 'vitest';
import { instant } from '../../../core/domain/time/instant.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage } from '../../builders/use-world.ts';
import { ruleArgs } from '../../builders/samples.ts';
import { holdArgs } from '../../builders/waiting-args.ts';
import { bookingArgs, lead, workOrderArgs } from '../../builders/world.ts';
import { snapshotOf } from '../../builders/snapshot.ts';
import { openLanewayIn } from '../../builders/laneway.ts';
import { as, ask, entry, expose, hold, touchedId, wait } from './stage.ts';

describe('a hold', () => {
  it('takes technician, bay and part for the minutes of the policy', async () => {
    const stage = await openStage();
    const { engine, anna, bay1, stock } = stage.world;
    const id = await hold(stage, { serviceTypeId: engine });
    const held = await stage.appointment(id);
    expect(held.state).toEqual({ status: 'held', until: at(7.25) });
    expect(held.claims.map((claim) => claim.resourceId)).toEqual([anna, bay1]);
    expect(await stage.store.read.reservationsOf(id)).toMatchObject([{ stockId: stock, quantity: 1 }]);
    expect(held.source).toEqual({ source: stage.surroundings.actor.id, id: 'hold-1' });
  });

  it('finds its bay when none is named', async () => {
    const stage = await openStage();
    const held = await stage.appointment(await hold(stage, { bayId: null }));
    expect(held.claims.map((claim) => claim.role)).toEqual(['lead', 'bay']);
  });

  it('is made once for each key: the same key answers the same hold and writes nothing', async () => {
    const stage = await openStage();
    const first = await stage.done('holdSlot', holdArgs(stage.world));
    const before = snapshotOf(stage.folder);
    const sequence = await stage.store.read.sequence();
    expect(await stage.done('holdSlot', holdArgs(stage.world))).toEqual(first);
    expect(await stage.store.read.sequence()).toBe(sequence);
    expect(snapshotOf(stage.folder)).toEqual(before);
  });

  it('of one requester says nothing about the key of another', async () => {
    const stage = await openStage();
    const first = await hold(stage, { requester: 'portal-a' });
    const second = await hold(stage, { requester: 'portal-b', start: at(13) });
    expect(second).not.toBe(first);
  });

  it('is refused when its key was used for another slot', async () => {
    const stage = await openStage();
    await hold(stage);
    expect(await stage.refused('holdSlot', holdArgs(stage.world, { start: at(13) }))).toEqual({
      kind: 'same-id-other-command',
      id: 'hold-1',
    });
  });

  it('is refused with reasons and alternatives where somebody is in the way', async () => {
    const stage = await openStage();
    await stage.book();
    const refusal = await stage.refused('holdSlot', holdArgs(stage.world));
    expect(refusal).toMatchObject({ kind: 'blocked', reasons: [{ reason: { rule: 'technician-free' } }] });
    expect(refusal.kind === 'blocked' && refusal.alternatives.length).toBe(3);
  });

  it('needs a work order or a service type', async () => {
    const stage = await openStage();
    const refusal = await stage.refused('holdSlot', holdArgs(stage.world, { serviceTypeId: null }));
    expect(refusal).toMatchObject({ kind: 'invalid-input', problems: [{ field: 'serviceTypeId' }] });
  });

  it('names a service type that is there', async () => {
    const stage = await openStage();
    const refusal = await stage.refused('holdSlot', holdArgs(stage.world, { serviceTypeId: stage.ids.next() }));
    expect(refusal).toMatchObject({ kind: 'not-found', entity: 'serviceType', field: 'serviceTypeId' });
  });

  it('goes with one undo, and its key can be used again', async () => {
    const stage = await openStage();
    const before = snapshotOf(stage.folder);
    const id = await hold(stage);
    await stage.done('undo', {});
    expect(snapshotOf(stage.folder)).toEqual(before);
    expect(await hold(stage)).toBe(id);
  });

  it('survives a restart and is confirmed afterwards', async () => {
    const stage = await openStage();
    const id = await hold(stage);
    await stage.close();
    const again = await openLanewayIn(stage.folder, stage.surroundings);
    const held = await again.store.read.get('appointment', id);
    expect(held?.state).toEqual({ status: 'held', until: at(7.25) });
    const reply = await again.laneway.call(
      'command',
      'confirmHold',
      { id: stage.ids.next(), args: { id, key: 'c' } },
      { host: 'test' },
    );
    expect(reply.ok).toBe(true);
    await again.close();
  });

  it('keeps its slot to the minute and no longer', async () => {
    const stage = await openStage();
    const id = await hold(stage);
    const other = () => bookingArgs(stage.world, stage.ids.next(), { claims: [lead(stage.world.anna)] });
    stage.clock.set(instant(at(7.25) - 1));
    expect(await stage.refused('bookAppointment', other())).toMatchObject({ kind: 'blocked' });
    stage.clock.set(at(7.25));
    await stage.done('bookAppointment', other());
    expect((await stage.appointment(id)).state).toEqual({ status: 'requested', approval: 'none' });
  });
});

describe('the holds of a requester', () => {
  it('are asked for by key, or all that wait to be confirmed', async () => {
    const stage = await openStage();
    const first = await hold(stage, { requester: 'portal', key: 'one', start: at(13) });
    const second = await hold(stage, { requester: 'portal', key: 'two', start: at(9) });
    await hold(stage, { requester: 'another', key: 'one', technicianId: stage.world.bo, bayId: stage.world.bay2 });
    const all = await ask(stage, 'holds', { requester: 'portal', key: null });
    expect(all.map((one) => one.id)).toEqual([second, first]);
    expect(all[0]).toMatchObject({
      key: 'two',
      technician: { name: 'Anna' },
      state: { status: 'held', until: at(7.25) },
    });
    expect(await ask(stage, 'holds', { requester: 'portal', key: 'one' })).toMatchObject([{ id: first }]);
    expect(await ask(stage, 'holds', { requester: 'portal', key: 'three' })).toEqual([]);
  });
});

describe('a hold that is confirmed', () => {
  it('once for each key: a repeated confirmation is accepted and changes nothing', async () => {
    const stage = await openStage();
    const id = await hold(stage, { serviceTypeId: stage.world.engine });
    const first = await stage.done('confirmHold', { id, key: 'c-1' });
    const before = snapshotOf(stage.folder);
    const sequence = await stage.store.read.sequence();
    expect(await stage.done('confirmHold', { id, key: 'c-1' })).toEqual(first);
    expect(await stage.store.read.sequence()).toBe(sequence);
    expect(snapshotOf(stage.folder)).toEqual(before);
    expect(await stage.store.read.reservationsOf(id)).toHaveLength(1);
  });

  it('under another key is refused: it is confirmed already', async () => {
    const stage = await openStage();
    const id = await hold(stage);
    await stage.done('confirmHold', { id, key: 'c-1' });
    expect(await stage.refused('confirmHold', { id, key: 'c-2' })).toMatchObject({
      kind: 'wrong-status',
      from: 'confirmed',
    });
  });

  it('after it ran out takes its slot and its part again while they are free', async () => {
    const stage = await openStage();
    const id = await hold(stage, { serviceTypeId: stage.world.engine });
    stage.clock.pass(16);
    await stage.done('sweepHolds', {});
    expect(await stage.store.read.reservationsOf(id)).toEqual([]);
    await stage.done('confirmHold', { id, key: 'c-1' });
    expect((await stage.appointment(id)).state).toEqual({ status: 'confirmed' });
    expect(await stage.store.read.reservationsOf(id)).toHaveLength(1);
  });

  it('sets aside what its work has come to need since, and orders nothing that is there', async () => {
    const stage = await openStage();
    const { world } = stage;
    const workOrderId = await stage.order();
    const id = await hold(stage, { serviceTypeId: null, workOrderId });
    const parts = [{ partId: world.thermostat, quantity: 2 }];
    await stage.done('updateWorkOrder', workOrderArgs(world, workOrderId, { parts }));
    await stage.done('confirmHold', { id, key: 'c-1' });
    const aside = await stage.store.read.reservationsOf(id);
    expect(aside.map((one) => one.quantity)).toEqual([1, 1]);
    expect((await stage.workOrder(workOrderId)).ordered).toEqual([]);
  });

  it('after somebody took its slot is refused with alternatives', async () => {
    const stage = await openStage();
    const id = await hold(stage);
    stage.clock.pass(16);
    await stage.book();
    const refusal = await stage.refused('confirmHold', { id, key: 'c-1' });
    expect(refusal).toMatchObject({ kind: 'blocked', reasons: [{ reason: { rule: 'technician-free' } }] });
    expect(refusal.kind === 'blocked' && refusal.alternatives.length).toBe(3);
  });

  it('must not be cancelled, nor be missing', async () => {
    const stage = await openStage();
    const id = await hold(stage);
    await stage.done('cancelAppointment', { id, reason: 'changed their mind' });
    expect(await stage.refused('confirmHold', { id, key: 'c' })).toMatchObject({ kind: 'final-status' });
    const missing = stage.ids.next<'appointment'>();
    expect(await stage.refused('confirmHold', { id: missing, key: 'c' })).toMatchObject({ kind: 'not-found' });
  });
});

describe('where a rule wants an approval', () => {
  const rule = { kind: 'require-approval', minimumDuration: null, minimumPriority: null } as const;

  it('a hold that is confirmed waits for it, once for each key', async () => {
    const stage = await openStage();
    await stage.done('addScheduleRule', ruleArgs(stage.ids.next(), { rule }));
    const desk = as(stage, 'dispatcher', 'Dana');
    const id = await hold(stage, {}, desk);
    const first = await desk.done('confirmHold', { id, key: 'c' });
    expect((await stage.appointment(id)).state).toMatchObject({ status: 'requested', approval: 'pending' });
    expect(await desk.done('confirmHold', { id, key: 'c' })).toEqual(first);
    expect(await desk.refused('confirmHold', { id, key: 'd' })).toMatchObject({ kind: 'approval-pending' });
  });

  it('an offer that is accepted counts as taken', async () => {
    const stage = await openStage();
    await stage.done('addScheduleRule', ruleArgs(stage.ids.next(), { rule }));
    const entryId = await wait(stage);
    const { locationId, anna: resourceId } = stage.world;
    const id = stage.ids.next<'appointment'>();
    const range = { from: at(9), to: at(10.25) };
    await stage.done('offerSlot', { id, locationId, resourceId, range, entryId: null });
    await as(stage, 'dispatcher', 'Dana').done('acceptOffer', { id: entryId });
    expect((await stage.appointment(id)).state).toMatchObject({ status: 'requested', approval: 'pending' });
    expect((await entry(stage, entryId)).state).toMatchObject({ status: 'booked', appointmentId: id });
    expect((await stage.done('sweepHolds', {})).touched).toEqual([]);
  });
});

describe('the sweeper', () => {
  it('lets go of every hold that has run out, and of no other', async () => {
    const stage = await openStage();
    const old = await hold(stage, { serviceTypeId: stage.world.engine });
    stage.clock.pass(10);
    const fresh = await hold(stage, { key: 'two', start: at(13) });
    stage.clock.pass(5);
    await stage.done('sweepHolds', {});
    expect((await stage.appointment(old)).state).toEqual({ status: 'requested', approval: 'none' });
    expect(await stage.store.read.reservationsOf(old)).toEqual([]);
    expect((await stage.appointment(fresh)).state).toMatchObject({ status: 'held' });
  });

  it('changes nothing when there is nothing to do, and cannot be undone', async () => {
    const stage = await openStage();
    await hold(stage);
    const before = snapshotOf(stage.folder);
    expect((await stage.done('sweepHolds', {})).touched).toEqual([]);
    expect(snapshotOf(stage.folder)).toEqual(before);
    stage.clock.pass(20);
    const swept = await stage.done('sweepHolds', {});
    expect((await stage.store.read.logEntry(swept.sequence))?.undoable).toBe(false);
  });
});

describe('a thousand racing holds of one slot', () => {
  it(
    'one wins, the others get a reason; of all who confirm it afterwards, one does',
    { timeout: 120_000 },
    async () => {
      const stage = await openStage();
      const portal = as(stage, 'requester', 'Portal');
      const exposureId = await expose(stage, { resourceId: stage.world.anna }, portal);
      const shown = await stage.store.read.get('exposure', exposureId);
      const start = shown?.slots[0]?.start ?? at(0);
      const racers = Array.from({ length: 1000 }, (_, index) =>
        holdArgs(stage.world, { key: `racer-${index}`, start, exposureId, bayId: null }),
      );
      const replies = await Promise.all(racers.map((args) => portal.send('holdSlot', args)));
      const won = replies.flatMap((reply) => (reply.ok ? [touchedId<'appointment'>(reply.value, 'appointment')] : []));
      expect(won).toHaveLength(1);
      for (const reply of replies) {
        if (reply.ok) continue;
        // A requester learns of nothing but the rest of what it is shown.
        expect(reply.error).toMatchObject({ kind: 'time-taken', alternatives: [{}, {}] });
      }
      const [id] = won;
      if (id === undefined) throw new Error('Nobody won');
      const confirms = await Promise.all(
        Array.from({ length: 1000 }, (_, index) => portal.send('confirmHold', { id, key: `key-${index}` })),
      );
      expect(confirms.filter((reply) => reply.ok)).toHaveLength(1);
      const others = confirms.flatMap((reply) => (reply.ok ? [] : [reply.error.kind]));
      expect(new Set(others)).toEqual(new Set(['wrong-status']));
      const taken = await stage.store.read.occupying([stage.world.anna], { from: at(0), to: at(24, 7) });
      expect(taken).toHaveLength(1);
    },
  );
});

describe('a user with the role requester', () => {
  it('sees and confirms its own holds alone', async () => {
    const stage = await openStage();
    const portal = as(stage, 'requester', 'Portal');
    const id = await hold(stage, { requester: 'somebody' });
    expect(await portal.refused('confirmHold', { id, key: 'c' })).toMatchObject({
      kind: 'not-found',
      entity: 'appointment',
    });
    expect(await ask(portal, 'holds', { requester: null, key: null })).toEqual([]);
  });

  it('asks in nobody else’s name', async () => {
    const stage = await openStage();
    const portal = as(stage, 'requester', 'Portal');
    const problem = { kind: 'invalid-input', problems: [{ field: 'requester' }] };
    expect(await portal.refused('holdSlot', holdArgs(stage.world, { requester: 'somebody' }))).toMatchObject(problem);
  });

  it('holds nothing that it was not shown', async () => {
    const stage = await openStage();
    const portal = as(stage, 'requester', 'Portal');
    expect(await portal.refused('holdSlot', holdArgs(stage.world))).toEqual({ kind: 'not-exposed', start: at(9) });
  });
});
