import { describe, expect, it } from 'vitest';
import { createHoursCache } from '../../core/application/hours-cache.ts';
import { loadPlacementContext } from '../../core/application/placement-context.ts';
import { createScenes } from '../../core/application/scene.ts';
import { localDate } from '../../core/domain/time/local-date.ts';
import type { ZoneId } from '../../core/domain/time/zones.ts';
import { at, zones } from '../builders/surroundings.ts';
import { openStage, type Stage } from '../builders/use-world.ts';
import { bay, hours, lead, technicianArgs } from '../builders/world.ts';

const MONDAY = localDate('2026-11-23');

function load(stage: Stage, date = MONDAY, days = 1) {
  const scene = createScenes(stage.surroundings)({ host: 'test' });
  return loadPlacementContext(stage.store.read, scene, { locationId: stage.world.locationId, date, days });
}

async function anna(stage: Stage, days = 1) {
  const context = await load(stage, MONDAY, days);
  const facts = context.technicians.find((one) => one.id === stage.world.anna);
  if (facts === undefined) throw new Error('Anna is not there');
  return facts;
}

describe('the placement context', () => {
  it('covers whole local days and expands hours and breaks to instants', async () => {
    const stage = await openStage();
    const context = await load(stage, MONDAY, 2);
    expect(context.range).toEqual({ from: at(0), to: at(24, 1) });
    expect(context.days).toEqual([
      { date: '2026-11-23', from: at(0), to: at(24), noon: at(12) },
      { date: '2026-11-24', from: at(0, 1), to: at(24, 1), noon: at(12, 1) },
    ]);
    expect(context.open[0]).toEqual({ from: at(7), to: at(18) });
    expect(context.technicians.map((one) => one.name)).toEqual(['Anna', 'Bo', 'Cleo']);
    expect(context.bays.map((one) => one.name)).toEqual(['Bay 1', 'Bay 2']);
    const lunch = { from: at(12), to: at(12.5), why: 'break', name: '' };
    expect((await anna(stage)).shifts).toEqual([{ from: at(8), to: at(16), date: '2026-11-23', closed: [lunch] }]);
  });

  it('keeps wall-clock hours where the clocks change', async () => {
    const stage = await openStage();
    const context = await load(stage, localDate('2026-10-24'), 2);
    expect(context.open.map((one) => new Date(one.from).toISOString())).toEqual([
      '2026-10-24T05:00:00.000Z',
      '2026-10-25T06:00:00.000Z',
    ]);
    expect(context.range.to - context.range.from).toBe(49 * 3_600_000);
  });

  it('takes closures out of the opening hours and names them', async () => {
    const stage = await openStage();
    const { locationId } = stage.world;
    await stage.done('addClosure', { locationId, from: '2026-11-23', to: '2026-11-23', name: 'Feast' });
    const context = await load(stage, MONDAY, 2);
    expect(context.open).toEqual([{ from: at(7, 1), to: at(18, 1) }]);
    expect(context.closures).toEqual([{ from: at(0), to: at(24), why: 'closure', name: 'Feast' }]);
  });

  it('lays absences over the shift they touch', async () => {
    const stage = await openStage();
    const range = { from: at(14), to: at(20) };
    await stage.done('recordAbsence', { id: stage.ids.next(), resourceId: stage.world.anna, range, reason: 'Sick' });
    const facts = await anna(stage);
    expect(facts.absences).toEqual([{ ...range, why: 'absence', name: 'Sick' }]);
    expect(facts.shifts[0]?.closed.at(-1)).toEqual({ from: at(14), to: at(16), why: 'absence', name: 'Sick' });
  });

  it('gives a night shift whole, with what is booked beyond midnight', async () => {
    const stage = await openStage();
    const night = { hours: hours(22, 30), breaks: [], name: 'Anna' };
    await stage.done('updateTechnician', technicianArgs(stage.world, stage.world.anna, night));
    const facts = await anna(stage);
    expect(facts.shifts.map(({ from, to, date }) => [from, to, date])).toEqual([
      [at(-2), at(6), '2026-11-22'],
      [at(22), at(30), '2026-11-23'],
    ]);
  });

  it('counts what occupies now: not requests, not cancelled ones, not holds that ran out', async () => {
    const stage = await openStage();
    const { bay1 } = stage.world;
    const firm = await stage.book({ start: at(8), end: at(9), claims: [lead(stage.world.anna), bay(bay1)] });
    await stage.book({ start: at(9.25), end: at(10), as: 'requested' });
    const held = await stage.book({ start: at(10.5), end: at(11), as: 'held' });
    const gone = await stage.book({ start: at(13), end: at(14) });
    await stage.done('cancelAppointment', { id: gone, reason: 'ill' });
    expect((await anna(stage)).busy.map((one) => one.appointmentId)).toEqual([firm, held]);
    stage.clock.pass(15);
    expect((await anna(stage)).busy).toMatchObject([
      { appointmentId: firm, from: at(8), to: at(9.25), start: at(8), end: at(9), units: 1 },
    ]);
    const context = await load(stage);
    expect(context.bays.map((one) => one.busy.map((claim) => claim.appointmentId))).toEqual([[firm], []]);
  });

  it('lets work underway last until now', async () => {
    const stage = await openStage();
    const id = await stage.book();
    stage.clock.set(at(9));
    await stage.done('startAppointment', { id, at: at(9) });
    stage.clock.set(at(11, 1));
    const [busy] = (await anna(stage, 2)).busy;
    expect(busy).toMatchObject({ start: at(9), end: at(11, 1), to: at(11.25, 1) });
  });

  it('tells parts that lie there, that come, that others take and that can be ordered; an overdue delivery is not there yet', async () => {
    const stage = await openStage();
    const stockId = stage.world.stock;
    const id = await stage.bookWork({ start: at(13) });
    await stage.done('expectStock', { stockId, at: at(7.5), quantity: 2 });
    stage.clock.set(at(8));
    expect((await load(stage)).parts).toEqual([
      {
        partId: stage.world.thermostat,
        name: 'Thermostat',
        leadTimeDays: 2,
        orderableFrom: at(8, 2),
        lots: [
          { at: 0, quantity: 4 },
          { at: at(8), quantity: 2 },
        ],
        taken: [{ at: at(13), quantity: 1, appointmentId: id }],
      },
    ]);
  });
});

describe('expanded hours', () => {
  const days = { zone: 'Europe/Oslo' as ZoneId, date: MONDAY, days: 1 };

  it('are shared by whoever works the same, and never met by changed hours', () => {
    const cache = createHoursCache(zones);
    const first = cache.open(days, hours(8, 16), []);
    expect(cache.open(days, hours(8, 16), [])).toBe(first);
    expect(cache.open(days, hours(8, 17), [])).not.toEqual(first);
    expect(cache.open({ ...days, date: localDate('2026-11-24') }, hours(8, 16), [])).not.toEqual(first);
  });

  it('are forgotten when too many others were asked for since', () => {
    const cache = createHoursCache(zones, 2);
    const first = cache.open(days, hours(8, 16), []);
    cache.open(days, hours(8, 17), []);
    expect(cache.open(days, hours(8, 16), [])).toBe(first);
    cache.open(days, hours(8, 18), []);
    cache.open(days, hours(8, 19), []);
    expect(cache.open(days, hours(8, 16), [])).not.toBe(first);
  });
});
