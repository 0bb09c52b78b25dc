import { describe, expect, it } from 'vitest';
import { insert } from '../../../core/domain/ops/op.ts';
import { addDays } from '../../../core/domain/time/local-date.ts';
import type { Appointment } from '../../../core/domain/work/appointment.ts';
import { lead } from './rows.ts';
import { MONDAY, openWorld, type World } from './world.ts';

type Tab = 'unassigned' | 'held' | 'requested' | 'risk';

const tray = (world: World, tab: Tab, filter = '', dueWithinDays: number | null = null) =>
  world.ask('tray', { locationId: world.rows.location.id, tab, filter, dueWithinDays });

const STATUSES: readonly ((world: World) => Appointment['state'])[] = [
  () => ({ status: 'confirmed' }),
  () => ({ status: 'requested', approval: 'none' }),
  (world) => ({ status: 'held', until: world.at('09:00') }),
  (world) => ({ status: 'held', until: world.at('10:00') }),
  (world) => ({ status: 'cancelled', at: world.at('08:00'), by: 'Dana', reason: '' }),
  (world) => ({ status: 'no-show', at: world.at('08:00') }),
];

describe('the tray', () => {
  it('counts what a walk over all rows counts, whatever is filtered', async () => {
    const world = await openWorld();
    const { rows } = world;
    const technician = rows.technician({});
    const orders = Array.from({ length: 40 }, (_, place) =>
      rows.workOrder({ title: `Job ${place}`, due: place % 3 === 0 ? world.at('12:30') : null }),
    );
    const planned = orders.slice(0, 30).map((order, place) => {
      const start = world.at('10:00', addDays(MONDAY, Math.floor(place / 6)));
      const from = (start + (place % 6) * 3_600_000) as Appointment['start'];
      return rows.appointment({
        start: from,
        end: (from + 3_000_000) as Appointment['end'],
        workOrderId: order.id,
        state: STATUSES[place % STATUSES.length]?.(world) ?? { status: 'confirmed' },
        claims: [lead(technician)],
      });
    });
    await world.save([
      insert('resource', technician),
      ...orders.map((one) => insert('workOrder', one)),
      ...planned.map((one) => insert('appointment', one)),
    ]);
    const now = world.at('09:24');
    const isHeld = ({ state }: Appointment) => state.status === 'held' && state.until > now;
    const isAsked = (one: Appointment) =>
      one.state.status === 'requested' || (one.state.status === 'held' && !isHeld(one));
    const live = planned.filter((one) => isHeld(one) || isAsked(one) || one.state.status === 'confirmed');
    const dueOf = (one: Appointment) => orders.find((order) => order.id === one.workOrderId)?.due ?? Infinity;
    const expected = {
      unassigned: orders.filter((order) => !live.some((one) => one.workOrderId === order.id)).length,
      held: planned.filter(isHeld).length,
      requested: planned.filter(isAsked).length,
      risk: live.filter((one) => one.end > dueOf(one)).length,
    };
    expect(Math.min(...Object.values(expected))).toBeGreaterThan(0);
    for (const tab of ['unassigned', 'held', 'requested', 'risk'] as const) {
      const view = await tray(world, tab);
      expect(view.counts).toEqual(expected);
      expect(view.items.length).toBe(expected[tab]);
      expect(view.hidden).toBe(0);
      const filtered = await tray(world, tab, 'job 1');
      expect(filtered.counts).toEqual(expected);
      expect(filtered.items.length + filtered.hidden).toBe(expected[tab]);
    }
  });

  it('finds by title, number, customer and plate, every word of it, accents or not', async () => {
    const world = await openWorld();
    const { rows } = world;
    const jose = rows.customer({ name: 'José Berg' });
    const truck = rows.unit({ customerId: jose.id, plate: '71-PQR-8' });
    const brakes = rows.workOrder({ title: 'Brake failure', customerId: jose.id, unitId: truck.id });
    const tyres = rows.workOrder({ title: 'Tyre rotation' });
    await world.save([
      insert('customer', jose),
      insert('unit', truck),
      insert('workOrder', brakes),
      insert('workOrder', tyres),
    ]);
    const found = async (filter: string) => (await tray(world, 'unassigned', filter)).items.map((one) => one.title);
    expect(await found('jose')).toEqual(['Brake failure']);
    expect(await found('71-pqr')).toEqual(['Brake failure']);
    expect(await found('failure BERG')).toEqual(['Brake failure']);
    expect(await found(String(tyres.number))).toEqual(['Tyre rotation']);
    expect(await found('failure rotation')).toEqual([]);
  });

  it('hides what is due after the last of the days and says how many', async () => {
    const world = await openWorld();
    const { rows } = world;
    const tomorrow = addDays(MONDAY, 1);
    const orders = [
      rows.workOrder({ title: 'tonight', due: world.at('23:59') }),
      rows.workOrder({ title: 'tomorrow', due: world.at('00:00', tomorrow) }),
      rows.workOrder({ title: 'some day' }),
    ];
    await world.save(orders.map((one) => insert('workOrder', one)));
    const view = async (days: number) => {
      const { items, hidden } = await tray(world, 'unassigned', '', days);
      return { titles: items.map((one) => one.title), hidden };
    };
    expect(await view(0)).toEqual({ titles: ['tonight', 'some day'], hidden: 1 });
    expect(await view(1)).toEqual({ titles: ['tonight', 'tomorrow', 'some day'], hidden: 0 });
  });

  it('says which part a job waits for and when it comes', async () => {
    const world = await openWorld();
    const { rows } = world;
    const part = rows.part({ name: 'Thermostat' });
    const hose = rows.part({ name: 'Hose' });
    const arrival = world.at('12:00', addDays(MONDAY, 1));
    const here = rows.stock({ partId: part.id, onHand: 2, arrivals: [{ at: arrival, quantity: 3 }] });
    const order = (title: string, partId: typeof part.id, quantity: number) =>
      rows.workOrder({ title, parts: [{ partId, quantity }] });
    await world.save([
      insert('part', part),
      insert('part', hose),
      insert('stock', here),
      insert('workOrder', order('enough', part.id, 2)),
      insert('workOrder', order('later', part.id, 5)),
      insert('workOrder', order('never', part.id, 6)),
      insert('workOrder', order('not kept', hose.id, 1)),
    ]);
    const { items } = await tray(world, 'unassigned');
    expect(new Map(items.map((one) => [one.title, one.waitsForPart]))).toEqual(
      new Map([
        ['enough', null],
        ['later', { part: 'Thermostat', arrivesAt: arrival }],
        ['never', { part: 'Thermostat', arrivesAt: null }],
        ['not kept', { part: 'Hose', arrivesAt: null }],
      ]),
    );
  });
});
