import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../builders/snapshot.ts';
import { actor, at, surroundingsWith } from '../builders/surroundings.ts';
import { openStage } from '../builders/use-world.ts';
import { bookingArgs, customerArgs } from '../builders/world.ts';
import { entry, hold, wait } from './waiting/stage.ts';

describe('undo of a hold that has run out since', () => {
  it('takes away what is left of it, and older steps can be reached', async () => {
    const stage = await openStage();
    const start = snapshotOf(stage.folder);
    const customer = stage.ids.next<'customer'>();
    await stage.done('addCustomer', customerArgs(customer, 'Kim'));
    const before = snapshotOf(stage.folder);
    const id = await hold(stage, { serviceTypeId: stage.world.engine });
    stage.clock.set(at(7.25));
    await stage.done('sweepHolds', {});
    const { facts } = await stage.done('undo', {});
    expect(facts).toBeUndefined();
    expect(await stage.store.read.get('appointment', id)).toBeUndefined();
    expect(snapshotOf(stage.folder)).toEqual(before);
    await stage.done('undo', {});
    expect(snapshotOf(stage.folder)).toEqual(start);
  });

  it('gives back the request that it had become when it is done again', async () => {
    const stage = await openStage();
    const id = await hold(stage, { serviceTypeId: stage.world.engine });
    stage.clock.set(at(7.25));
    await stage.done('sweepHolds', {});
    const swept = snapshotOf(stage.folder);
    await stage.done('undo', {});
    await stage.done('redo', {});
    expect(snapshotOf(stage.folder)).toEqual(swept);
    expect((await stage.appointment(id)).state).toEqual({ status: 'requested', approval: 'none' });
  });

  it('counts somebody else’s booking that let it go as the clock’s doing, and leaves that booking alone', async () => {
    const stage = await openStage();
    const id = await hold(stage);
    stage.clock.set(at(7.25));
    const other = stage.as(surroundingsWith(stage.clock, actor('dispatcher', 'Nils')));
    const theirs = stage.ids.next<'appointment'>();
    const { start, end, claims, locationId } = await stage.appointment(id);
    await other.done('bookAppointment', {
      id: theirs,
      locationId,
      workOrderId: null,
      title: 'Theirs',
      start,
      end,
      claims: [...claims],
      as: 'confirmed',
      serviceTypeId: null,
      customerId: null,
      unitId: null,
      participants: [],
      description: '',
      reservationIds: [],
      recording: false,
    });
    await stage.done('undo', {});
    expect(await stage.store.read.get('appointment', id)).toBeUndefined();
    expect((await stage.appointment(theirs)).state.status).toBe('confirmed');
  });

  it('moves it back where moving it was the step', async () => {
    const stage = await openStage();
    const id = await hold(stage);
    await stage.done('moveAppointment', { id, start: at(13), end: at(14), claims: null, findPartner: false });
    stage.clock.set(at(7.25));
    await stage.done('sweepHolds', {});
    await stage.done('undo', {});
    expect(await stage.appointment(id)).toMatchObject({ start: at(9), state: { status: 'requested' } });
    await stage.done('undo', {});
    expect(await stage.store.read.get('appointment', id)).toBeUndefined();
  });

  it('takes an offer out of the history of whoever waits', async () => {
    const stage = await openStage();
    const { locationId, anna } = stage.world;
    const waiting = await wait(stage);
    const before = snapshotOf(stage.folder);
    const id = stage.ids.next<'appointment'>();
    const range = { from: at(8), to: at(12) };
    await stage.done('offerSlot', { id, locationId, resourceId: anna, range, entryId: waiting });
    stage.clock.set(at(7.25));
    await stage.done('sweepHolds', {});
    expect((await entry(stage, waiting)).offers).toMatchObject([{ answer: 'expired' }]);
    await stage.done('undo', {});
    expect(snapshotOf(stage.folder)).toEqual(before);
  });

  it('is refused, with who and when, once a person has done something with it', async () => {
    const stage = await openStage();
    const id = await hold(stage);
    stage.clock.set(at(7.25));
    await stage.done('sweepHolds', {});
    const other = stage.as(surroundingsWith(stage.clock, actor('dispatcher', 'Nils')));
    await other.done('confirmAppointment', { id, reservationIds: [] });
    expect(await stage.refused('undo', {})).toEqual({
      kind: 'changed-since',
      what: 'Check',
      by: 'Nils',
      at: at(7.25),
    });
    expect((await stage.appointment(id)).state.status).toBe('confirmed');
  });

  it('is refused where a person let it go before its time', async () => {
    const stage = await openStage();
    const id = await hold(stage);
    const other = stage.as(surroundingsWith(stage.clock, actor('dispatcher', 'Nils')));
    await other.done('releaseHold', { id });
    expect(await stage.refused('undo', {})).toMatchObject({ kind: 'changed-since', by: 'Nils' });
  });
});

describe('undo of a step that the host has gone on with', () => {
  it('changes nothing, says so, and lets older steps be reached; redo does not come back to it', async () => {
    const stage = await openStage();
    const other = stage.as(surroundingsWith(stage.clock, actor('admin', 'Nils')));
    for (const resourceId of [stage.world.bo, stage.world.cleo])
      await other.done('recordAbsence', {
        id: stage.ids.next(),
        resourceId,
        range: { from: at(0), to: at(24, 7) },
        reason: 'away',
      });
    const theirs = stage.ids.next<'appointment'>();
    await other.done('bookAppointment', bookingArgs(stage.world, theirs));
    const customer = stage.ids.next<'customer'>();
    await stage.done('addCustomer', customerArgs(customer, 'Kim'));
    const waiting = await wait(stage, { windows: [{ from: at(9), to: at(10) }] });
    await other.done('cancelAppointment', { id: theirs, reason: 'ill' });
    await stage.laneway.housekeeper('test').tidy();
    const offered = await entry(stage, waiting);
    expect(offered.state.status).toBe('offered');

    const left = await stage.done('undo', {});
    expect(left).toMatchObject({ touched: [], facts: [{ fact: 'left-as-it-is' }] });
    expect(await entry(stage, waiting)).toEqual(offered);
    await stage.done('undo', {});
    expect(await stage.store.read.get('customer', customer)).toBeUndefined();
    await stage.done('redo', {});
    expect((await stage.store.read.get('customer', customer))?.name).toBe('Kim');
    expect(await stage.refused('redo', {})).toEqual({ kind: 'nothing-to-redo' });
    expect(await entry(stage, waiting)).toEqual(offered);
  });
});
