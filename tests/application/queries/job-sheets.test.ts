import { describe, expect, it } from 'vitest';
import { insert, type Op } from '../../../core/domain/ops/op.ts';
import { minutes } from '../../../core/domain/time/instant.ts';
import { addDays } from '../../../core/domain/time/local-date.ts';
import type { Appointment } from '../../../core/domain/work/appointment.ts';
import { inBay, lead } from './rows.ts';
import { MONDAY, openWorld, type World } from './world.ts';

const DEPOT = { address: 'Depot Vestby', coordinates: { latitude: 59.905, longitude: 10.75 + 10 / 55.756 } };

async function workshop() {
  const world = await openWorld();
  const { rows } = world;
  const victor = rows.technician({
    name: 'Victor Lin',
    breaks: [{ weekday: 1, from: 12 * 60, to: 12 * 60 + 30 }],
    homeBase: rows.location.coordinates,
  });
  const idle = rows.technician({ name: 'Idle', position: 1 });
  const lift = rows.bay({ name: 'Bay 3' });
  const customer = rows.customer({
    name: 'Nordlast AS',
    tier: 'fleet',
    notes: 'pays late',
    contacts: [{ name: 'Ingrid Berg', role: '', phone: '+47 555 01 22', email: '' }],
  });
  const unit = rows.unit({ customerId: customer.id });
  const part = rows.part({ name: 'Brake hose 12 mm' });
  const kind = rows.kind({});
  const type = rows.serviceType({ kindId: kind.id });
  const order = rows.workOrder({
    customerId: customer.id,
    unitId: unit.id,
    serviceTypeId: type.id,
    parts: [{ partId: part.id, quantity: 2 }],
    due: world.at('15:30'),
    description: 'Driver waits in the cab.',
  });
  const make = (title: string, from: string, to: string, more: Partial<Appointment>): Op =>
    insert(
      'appointment',
      rows.appointment({ start: world.at(from), end: world.at(to), title, claims: [lead(victor)], ...more }),
    );
  await world.save([
    ...[victor, idle, lift].map((one) => insert('resource', one)),
    insert('customer', customer),
    insert('unit', unit),
    insert('part', part),
    insert('appointmentKind', kind),
    insert('serviceType', type),
    insert('workOrder', order),
    make('In the shop', '08:00', '09:00', { claims: [lead(victor), inBay(lift)], workOrderId: order.id }),
    make('Depot check', '10:00', '11:15', { place: DEPOT }),
    make('Depot again', '13:00', '14:00', { place: DEPOT }),
    make('Called off', '15:00', '16:00', { state: { status: 'cancelled', at: world.at('08:00'), by: '', reason: '' } }),
  ]);
  return { world, victor, idle, lift, order };
}

const sheets = (world: World, resourceIds: readonly string[] | null, date: string = MONDAY) =>
  world.ask('jobSheets', { locationId: world.rows.location.id, date, resourceIds: resourceIds as string[] | null });

describe('the job sheet of a technician', () => {
  it('has jobs, drives and breaks in the order of the day, and their sums', async () => {
    const { world } = await workshop();
    const [sheet, ...others] = (await sheets(world, null)).sheets;
    expect(others).toEqual([]);
    const told = sheet?.lines.map((line) => {
      if (line.kind === 'job') return line.job.title;
      if (line.kind === 'break') return 'break';
      return `${line.travel} min, ${line.kilometres} km to ${line.to}${line.afterBreak === null ? '' : ' after break'}`;
    });
    expect(told).toEqual([
      'In the shop',
      '21 min, 13 km to Depot Vestby',
      'Depot check',
      'break',
      'Depot again',
      '21 min, 13 km to ',
    ]);
    expect(sheet).toMatchObject({
      name: 'Victor Lin',
      kind: 'technician',
      startsFromHome: true,
      shifts: [world.span('08:00', '16:00')],
      breaks: [world.span('12:00', '12:30')],
      absent: null,
      work: minutes(60 + 75 + 60),
      driving: minutes(42),
    });
  });

  it('tells of each job whom, what, where, with what and with whom, and nothing private', async () => {
    const { world, order } = await workshop();
    const answer = await sheets(world, null);
    const [line] = answer.sheets[0]?.lines ?? [];
    expect(line).toMatchObject({
      kind: 'job',
      job: {
        number: order.number,
        due: order.due,
        customer: 'Nordlast AS',
        tier: 'fleet',
        contact: 'Ingrid Berg',
        phone: '+47 555 01 22',
        unit: 'Volvo FH16',
        plate: '84-KLM-2',
        partner: 'Bay 3',
        notes: 'Driver waits in the cab.',
        parts: [{ name: 'Brake hose 12 mm', quantity: 2, measure: 'piece' }],
        checklist: ['Air leaks, both circuits'],
      },
    });
    expect(JSON.stringify(answer)).not.toContain('pays late');
  });

  it('tells the break with the drive after it', async () => {
    const { world, victor } = await workshop();
    const start = world.at('14:30');
    const home = world.rows.appointment({ start, end: world.at('15:00'), title: 'Back', claims: [lead(victor)] });
    await world.save([insert('appointment', home)]);
    await world.save([
      insert('absence', world.rows.absence({ resourceId: victor.id, range: world.span('15:30', '16:00') })),
    ]);
    const [sheet] = (await sheets(world, [victor.id])).sheets;
    expect(sheet?.absent).toBe('Sick');
    expect(sheet?.driving).toBe(42);
    expect(sheet?.lines.filter((line) => line.kind === 'travel').map((line) => line.to)).toEqual([
      'Depot Vestby',
      'Back',
    ]);
  });
});

describe('job sheets', () => {
  it('are printed for the bays with work, or for those that are named', async () => {
    const { world, idle, lift } = await workshop();
    const bays = await sheets(world, []);
    expect(bays.sheets.map((one) => one.name)).toEqual(['Bay 3']);
    expect(bays.sheets[0]).toMatchObject({ work: 60, driving: 0, shifts: [world.span('07:00', '18:00')] });
    expect(bays.sheets[0]?.lines).toMatchObject([{ kind: 'job', job: { partner: 'Victor Lin' } }]);
    const named = await sheets(world, [lift.id, idle.id]);
    expect(named.sheets.map((one) => [one.name, one.lines.length])).toEqual([
      ['Idle', 0],
      ['Bay 3', 1],
    ]);
  });

  it('get a higher revision with every change of that day, and of that day alone', async () => {
    const { world, victor } = await workshop();
    const before = await sheets(world, null);
    const tomorrow = addDays(MONDAY, 1);
    const row = (date: string, from: string, to: string) =>
      world.rows.appointment({
        start: world.at(from, date as typeof MONDAY),
        end: world.at(to, date as typeof MONDAY),
        claims: [lead(victor)],
      });
    await world.save([insert('appointment', row(tomorrow, '10:00', '11:00'))]);
    expect((await sheets(world, null)).revision).toBe(before.revision);
    await world.save([insert('appointment', row(MONDAY, '15:00', '16:00'))]);
    expect((await sheets(world, null)).revision).toBeGreaterThan(before.revision);
  });

  it('are refused for somebody of no such location', async () => {
    const { world, victor } = await workshop();
    const id = world.rows.newId();
    const input = { locationId: world.rows.location.id, date: MONDAY, resourceIds: [victor.id, id] };
    expect(await world.refusal('jobSheets', input)).toMatchObject({ kind: 'not-found', id, field: 'resourceIds.1' });
  });
});
