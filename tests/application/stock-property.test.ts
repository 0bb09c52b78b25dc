import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { promisable } from '../../core/application/reservations.ts';
import { addMinutes, instant } from '../../core/domain/time/instant.ts';
import type { AppointmentId } from '../../core/domain/work/appointment.ts';
import type { WorkOrderId } from '../../core/domain/work/work-order.ts';
import { at } from '../builders/surroundings.ts';
import { openStage, type Stage } from '../builders/use-world.ts';
import { bookingArgs, organizationArgs } from '../builders/world.ts';

/** One thing somebody does; numbers choose what to do it to. */
const step = fc.record({
  what: fc.constantFrom(
    'order',
    'hold',
    'book',
    'book',
    'book',
    'confirm',
    'cancel',
    'work',
    'work',
    'count',
    'expect',
    'receive',
    'sync',
    'orderParts',
    'pass',
    'undo',
    'redo',
  ),
  which: fc.nat(30),
  quantity: fc.integer({ min: 0, max: 4 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Known {
  readonly orders: WorkOrderId[];
  readonly appointments: AppointmentId[];
}

async function stockOf({ store, world }: Stage) {
  const stock = await store.read.get('stock', world.stock);
  if (stock === undefined) throw new Error('There is no stock');
  const setAside = await store.read.setAside([stock.id]);
  const supply = stock.onHand + stock.arrivals.reduce((sum, arrival) => sum + arrival.quantity, 0);
  return { stock, setAside: setAside.get(stock.id) ?? 0, supply, available: promisable(stock, setAside) };
}

/** Does it, whether it is accepted or not. */
async function take(stage: Stage, known: Known, { what, which, quantity }: Step): Promise<void> {
  const { ids, world, clock } = stage;
  const { stock: stockId, thermostat } = world;
  const workOrderId = known.orders[which % Math.max(1, known.orders.length)] ?? ids.next<'work-order'>();
  const id =
    known.appointments.at(-1 - (which % Math.max(1, Math.min(3, known.appointments.length)))) ??
    ids.next<'appointment'>();
  switch (what) {
    case 'order':
      known.orders.push(await stage.order({ parts: [{ partId: thermostat, quantity: 1 + (quantity % 3) }] }));
      return;
    case 'hold':
    case 'book': {
      const fresh = ids.next<'appointment'>();
      const start = at(8 + (which % 7), Math.floor(which / 7));
      const more = { workOrderId, title: '', end: null, start, reservationIds: [ids.next<'reservation'>()] };
      const args = {
        ...bookingArgs(world, fresh, more),
        as: what === 'hold' ? ('held' as const) : ('confirmed' as const),
      };
      const reply = await stage.send('bookAppointment', args, { acceptCautions: true });
      if (reply.ok) known.appointments.push(fresh);
      return;
    }
    case 'confirm':
      await stage.send('confirmAppointment', { id, reservationIds: [ids.next()] }, { acceptCautions: true });
      return;
    case 'cancel':
      await stage.send('cancelAppointment', { id, reason: 'ill' });
      return;
    case 'work': {
      // Nobody begins more than a day before it was planned.
      const planned = await stage.store.read.get('appointment', id);
      clock.set(instant(Math.max(clock.now(), addMinutes(planned?.start ?? clock.now(), -24 * 60))));
      await stage.send('startAppointment', { id, at: clock.now() });
      await stage.send('completeAppointment', { id, at: clock.now() });
      return;
    }
    case 'count':
      await stage.send('countStock', { stockId, onHand: quantity });
      return;
    case 'expect':
      await stage.send('expectStock', { stockId, at: at(9, which % 3), quantity: Math.max(1, quantity) });
      return;
    case 'receive':
      await stage.send('receiveStock', { stockId, at: at(9, which % 3) });
      return;
    case 'sync':
      await stage.send('syncStock', { stockId, onHand: quantity, arrivals: [], leadTimeDays: which % 4 });
      return;
    case 'orderParts':
      await stage.send('orderParts', { workOrderId });
      return;
    case 'pass':
      clock.pass(which * 20);
      return;
    case 'undo':
    case 'redo':
      await stage.send(what, {});
  }
}

/** Facts from outside may say less than is promised; nothing that is promised here may. */
const OUTSIDE: ReadonlySet<Step['what']> = new Set(['count', 'sync', 'receive', 'undo', 'redo']);

it('stock and what it can promise are never below nothing, whatever people do', async () => {
  let done = 0;
  const property = fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 35 }), async (steps) => {
    const stage = await openStage();
    const { organizationId } = stage.world;
    const { policy } = organizationArgs(organizationId);
    // A missing part is only a caution here, so that people go on without it.
    await stage.done('updatePolicy', {
      organizationId,
      policy: { ...policy, severities: { 'parts-there': 'caution' } },
    });
    const known: Known = { orders: [], appointments: [] };
    for (let count = 0; count < 4; count += 1) known.orders.push(await stage.order());
    let before = await stockOf(stage);
    for (const one of steps) {
      await take(stage, known, one);
      const after = await stockOf(stage);
      expect(after.stock.onHand).toBeGreaterThanOrEqual(0);
      expect(after.available).toBeGreaterThanOrEqual(0);
      const mayGrow = !OUTSIDE.has(one.what) && after.setAside > before.setAside;
      expect(mayGrow ? after.setAside : 0).toBeLessThanOrEqual(after.supply);
      const consumed = before.stock.onHand - after.stock.onHand;
      if (one.what === 'work' && consumed > 0) done += 1;
      before = after;
    }
    expect(stage.notes).toEqual([]);
  });
  await fc.assert(property, { numRuns: 12, seed: 4821, endOnFailure: true });
  // Sequences in which nothing is ever used up would prove little.
  expect(done).toBeGreaterThan(5);
});
