import { describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../../core/contract/client.ts';
import type { SuggestionAnswer } from '../../../core/contract/views/suggestion-view.ts';
import type { WorkOrderId } from '../../../core/domain/work/work-order.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bay, bookingArgs, lead } from '../../builders/world.ts';

/** Thermostats take two days to come; four lie here. */
async function emptyStage(): Promise<Stage> {
  const stage = await openStage();
  await stage.done('countStock', { stockId: stage.world.stock, onHand: 0 });
  return stage;
}

async function bookOrder(stage: Stage, workOrderId: WorkOrderId, more: Partial<CommandArgs<'bookAppointment'>> = {}) {
  const id = stage.ids.next<'appointment'>();
  const reservationIds = [stage.ids.next<'reservation'>()];
  const args = { workOrderId, title: '', end: null, reservationIds, start: at(9, 2), ...more };
  await stage.done('bookAppointment', bookingArgs(stage.world, id, args));
  return id;
}

async function told(stage: Stage): Promise<readonly (readonly unknown[])[]> {
  const waiting = await stage.store.outbox.pending(1000);
  return waiting
    .filter((event) => event.name.startsWith('parts.'))
    .map(({ name, payload }) => [name, payload['quantity'], payload['workOrderId']]);
}

async function stockOf(stage: Stage): Promise<number | undefined> {
  return (await stage.store.read.get('stock', stage.world.stock))?.onHand;
}

describe('a part that is missing and can be ordered', () => {
  it('makes the earliest date later by its lead time, and the suggestion says so', async () => {
    const stage = await emptyStage();
    const work = { workOrderId: await stage.order() };
    const input = { work, from: null, days: 7, count: 1, within: null, duration: null };
    const reply = await stage.laneway.call('query', 'suggestSlots', input, { host: 'test' });
    if (!reply.ok) throw new Error(reply.message);
    const [first] = (reply.value as SuggestionAnswer).suggestions;
    expect(first?.start).toBe(at(8, 2));
    expect(first?.facts).toContainEqual({ fact: 'parts-order', part: 'Thermostat', at: at(7, 2), cost: 0 });
  });

  it('is refused before, with the dates on which it would be there', async () => {
    const stage = await emptyStage();
    const reservationIds = [stage.ids.next<'reservation'>()];
    const more = { workOrderId: await stage.order(), title: '', end: null, reservationIds };
    const refused = await stage.refused('bookAppointment', bookingArgs(stage.world, stage.ids.next(), more));
    expect(refused).toMatchObject({ kind: 'blocked', reasons: [{ reason: { toOrder: true } }] });
    const starts = refused.kind === 'blocked' ? refused.alternatives.map((one) => one.start) : [];
    expect(starts.length).toBeGreaterThan(0);
    expect(starts.every((start) => start >= at(7, 2))).toBe(true);
  });

  it('is a caution where the work can begin without it, and is ordered with the booking', async () => {
    const stage = await emptyStage();
    const { thermostat } = stage.world;
    const workOrderId = await stage.order({ parts: [{ partId: thermostat, quantity: 1, critical: false }] });
    const id = stage.ids.next<'appointment'>();
    const reservationIds = [stage.ids.next<'reservation'>()];
    const args = bookingArgs(stage.world, id, { workOrderId, title: '', end: null, reservationIds });
    expect(await stage.refused('bookAppointment', args)).toMatchObject({
      kind: 'needs-override',
      reasons: [{ reason: { rule: 'parts-wanted' } }],
    });
    await stage.done('bookAppointment', args, { acceptCautions: true });
    expect(await told(stage)).toEqual([['parts.ordered', 1, workOrderId]]);
  });
});

describe('a parts order', () => {
  it('is told once with the booking that is short, with its moment, and adds nothing to the stock', async () => {
    const stage = await emptyStage();
    const workOrderId = await stage.order({ parts: [{ partId: stage.world.thermostat, quantity: 3 }] });
    await stage.done('countStock', { stockId: stage.world.stock, onHand: 1 });
    await bookOrder(stage, workOrderId);
    expect(await told(stage)).toEqual([['parts.ordered', 2, workOrderId]]);
    expect(await stockOf(stage)).toBe(1);
    const { ordered } = await stage.workOrder(workOrderId);
    expect(ordered).toMatchObject([{ quantity: 2, at: at(7), expectedAt: at(7, 2) }]);
  });

  it('is not told again for the same shortage: not by command, not by booking again', async () => {
    const stage = await emptyStage();
    const workOrderId = await stage.order();
    await stage.done('orderParts', { workOrderId });
    expect(await stage.refused('orderParts', { workOrderId })).toEqual({
      kind: 'invalid-input',
      problems: [{ field: 'workOrderId', reason: 'must be short of a part that can be ordered and is not on order' }],
    });
    const first = await bookOrder(stage, workOrderId);
    await stage.done('cancelAppointment', { id: first, reason: 'ill' });
    await bookOrder(stage, workOrderId);
    expect(await told(stage)).toEqual([['parts.ordered', 1, workOrderId]]);
  });

  it('keeps its date when days pass, and the booking stays clear', async () => {
    const stage = await emptyStage();
    const workOrderId = await stage.order();
    const id = await bookOrder(stage, workOrderId, { as: 'requested' });
    await stage.done('orderParts', { workOrderId });
    stage.clock.set(at(7, 1));
    await stage.done('confirmAppointment', { id, reservationIds: [stage.ids.next()] });
    expect((await stage.appointment(id)).start).toBe(at(9, 2));
  });

  it('is refused when there is enough, when the work is done with, and when there is no such work', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order();
    expect(await stage.refused('orderParts', { workOrderId })).toMatchObject({ kind: 'invalid-input' });
    await stage.done('cancelWorkOrder', { id: workOrderId, reason: 'sold' });
    expect(await stage.refused('orderParts', { workOrderId })).not.toMatchObject({ kind: 'invalid-input' });
    expect(await stage.refused('orderParts', { workOrderId: stage.ids.next() })).toMatchObject({ kind: 'not-found' });
  });

  it('is refused when the other part of split work has the parts, also where that part comes later', async () => {
    const stage = await openStage();
    const { anna, bay1 } = stage.world;
    const workOrderId = await stage.order({ duration: 120 });
    const id = await bookOrder(stage, workOrderId, { start: at(13, 2) });
    const newId = stage.ids.next<'appointment'>();
    await stage.done('splitAppointment', { id, newId, at: null, minutes: 60 });
    const claims = [lead(anna), bay(bay1)];
    await stage.done('moveAppointment', { id: newId, start: at(9, 2), end: at(10, 2), claims, findPartner: false });
    expect(await stage.refused('orderParts', { workOrderId })).toMatchObject({ kind: 'invalid-input' });
  });

  it('is withdrawn by undo and told again by redo', async () => {
    const stage = await emptyStage();
    const workOrderId = await stage.order();
    await bookOrder(stage, workOrderId);
    await stage.done('undo', {});
    expect((await stage.workOrder(workOrderId)).ordered).toEqual([]);
    await stage.done('redo', {});
    expect((await told(stage)).map(([name]) => name)).toEqual([
      'parts.ordered',
      'parts.order-withdrawn',
      'parts.ordered',
    ]);
  });

  it('is made by confirming a hold, not by holding', async () => {
    const stage = await emptyStage();
    const workOrderId = await stage.order();
    const id = await bookOrder(stage, workOrderId, { as: 'held' });
    expect(await told(stage)).toEqual([]);
    await stage.done('confirmAppointment', { id, reservationIds: [stage.ids.next()] });
    expect(await told(stage)).toEqual([['parts.ordered', 1, workOrderId]]);
  });

  it('is not made for a part whose lead time nobody knows', async () => {
    const stage = await emptyStage();
    const { stock } = stage.world;
    await stage.done('syncStock', { stockId: stock, onHand: 0, arrivals: [], leadTimeDays: 0 });
    const workOrderId = await stage.order();
    const id = stage.ids.next<'appointment'>();
    const reservationIds = [stage.ids.next<'reservation'>()];
    const args = bookingArgs(stage.world, id, { workOrderId, title: '', end: null, reservationIds, start: at(9, 5) });
    expect(await stage.refused('bookAppointment', args)).toMatchObject({
      reasons: [{ reason: { rule: 'parts-there', arrivesAt: null } }],
    });
  });
});

describe('parts of an appointment', () => {
  it('that came after the booking are taken when it is completed', async () => {
    const stage = await emptyStage();
    const workOrderId = await stage.order();
    const id = await bookOrder(stage, workOrderId);
    await stage.done('countStock', { stockId: stage.world.stock, onHand: 2 });
    stage.clock.set(at(9, 2));
    await stage.done('startAppointment', { id, at: at(9, 2) });
    await stage.done('completeAppointment', { id, at: at(9, 2) });
    expect(await stockOf(stage)).toBe(1);
    const [taken] = await stage.store.read.reservationsOf(id);
    expect(taken).toMatchObject({ quantity: 1, consumed: true });
  });

  it('are not taken from others who have them set aside', async () => {
    const stage = await openStage();
    await stage.done('countStock', { stockId: stage.world.stock, onHand: 1 });
    await stage.bookWork({ start: at(13), end: at(14) });
    const workOrderId = await stage.order();
    const id = await bookOrder(stage, workOrderId);
    stage.clock.set(at(9, 2));
    await stage.done('startAppointment', { id, at: at(9, 2) });
    await stage.done('completeAppointment', { id, at: at(9, 2) });
    expect(await stockOf(stage)).toBe(1);
  });

  it.each(['cancelAppointment', 'markNoShow'] as const)('are free again after %s', async (name) => {
    const stage = await openStage();
    const id = await stage.bookWork();
    expect(await stage.store.read.setAside([stage.world.stock])).toEqual(new Map([[stage.world.stock, 1]]));
    stage.clock.set(at(10));
    if (name === 'cancelAppointment') await stage.done(name, { id, reason: 'ill' });
    else await stage.done(name, { id });
    expect(await stage.store.read.setAside([stage.world.stock])).toEqual(new Map());
  });

  it('are free again when a hold is released, and when it has run out and somebody needs the slot', async () => {
    const stage = await openStage();
    const { world } = stage;
    const held = await stage.bookWork({ as: 'held' });
    await stage.done('releaseHold', { id: held });
    expect(await stage.store.read.setAside([world.stock])).toEqual(new Map());
    await stage.bookWork({ as: 'held' });
    stage.clock.pass(16);
    await stage.book();
    expect(await stage.store.read.setAside([world.stock])).toEqual(new Map());
  });
});

describe('an outside inventory', () => {
  it('is taken over: what lies there, what comes and how long an order takes', async () => {
    const stage = await openStage();
    const { stock, thermostat } = stage.world;
    const arrivals = [
      { at: at(9, 3), quantity: 5 },
      { at: at(9, 1), quantity: 2 },
    ];
    await stage.done('syncStock', { stockId: stock, onHand: 1, arrivals, leadTimeDays: 9 });
    expect(await stage.store.read.get('stock', stock)).toMatchObject({
      onHand: 1,
      arrivals: [{ at: at(9, 1) }, { at: at(9, 3) }],
    });
    expect(await stage.store.read.get('part', thermostat)).toMatchObject({ leadTimeDays: 9 });
    await stage.done('syncStock', { stockId: stock, onHand: 3, arrivals: [], leadTimeDays: null });
    expect(await stage.store.read.get('part', thermostat)).toMatchObject({ leadTimeDays: 9 });
  });

  it('is refused for a stock that is not there, and for less than nothing', async () => {
    const stage = await openStage();
    const args = { stockId: stage.ids.next<'stock'>(), onHand: 1, arrivals: [], leadTimeDays: null };
    expect(await stage.refused('syncStock', args)).toMatchObject({ kind: 'not-found', field: 'stockId' });
    const less = { ...args, stockId: stage.world.stock, onHand: -1 };
    expect(await stage.refused('syncStock', less)).toMatchObject({
      problems: [{ field: 'onHand', reason: 'must be at least 0' }],
    });
  });
});
