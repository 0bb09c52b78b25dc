import { describe, expect, it } from 'vitest';
import { insert, update, type Op } from '../../../core/domain/ops/op.ts';
import { addDays } from '../../../core/domain/time/local-date.ts';
import type { Appointment } from '../../../core/domain/work/appointment.ts';
import { daily, inBay, lead, offering } from './rows.ts';
import { MONDAY, openWorld } from './world.ts';
import { board, fromTo } from './board-stage.ts';

const HOUR = 3_600_000;
/** Due east of the workshop: 10 km by the crow, 13 km by road, 17.3 minutes of driving and 3 of access. */
const TEN_KILOMETRES_EAST = { latitude: 59.905, longitude: 10.75 + 10 / 55.756 };

const some = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('Nothing there');
  return value;
};

describe('the days of a board', () => {
  it('are as long as the clock says when summer time begins and ends', async () => {
    const world = await openWorld();
    const spring = await board(world, 3, '2026-03-28');
    expect(spring.days.map(({ range }) => (range.to - range.from) / HOUR)).toEqual([24, 23, 24]);
    const autumn = await board(world, 3, '2026-10-24');
    expect(autumn.days.map(({ range }) => (range.to - range.from) / HOUR)).toEqual([24, 25, 24]);
    expect(autumn.days.map((day) => day.date)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
    expect(autumn.days[1]?.range.from).toBe(Date.parse('2026-10-24T22:00:00Z'));
    expect(autumn.days[1]?.range.to).toBe(Date.parse('2026-10-25T23:00:00Z'));
    expect(autumn.days[1]?.open).toEqual([
      { from: Date.parse('2026-10-25T06:00:00Z'), to: Date.parse('2026-10-25T17:00:00Z') },
    ]);
  });

  it('say that the location is closed and why', async () => {
    const world = await openWorld();
    const { location } = world.rows;
    const tuesday = addDays(MONDAY, 1);
    const closed = { ...location, closures: [{ from: tuesday, to: tuesday, name: 'Stocktaking' }] };
    await world.save([update('location', location, closed)].filter((op) => op !== null));
    const technician = world.rows.technician({});
    await world.save([insert('resource', technician)]);
    const { days, lanes } = await board(world, 2);
    expect(days.map((day) => day.closure)).toEqual([null, 'Stocktaking']);
    expect(days.map((day) => day.open.length)).toEqual([1, 0]);
    expect(lanes[0]?.closed.map((one) => [one.why, one.name])).toEqual([['closure', 'Stocktaking']]);
    expect(lanes[0]?.open).toBe(8 * 60);
  });

  it('need a location that exists', async () => {
    const world = await openWorld();
    const id = world.rows.newId();
    expect(await world.refusal('boardForRange', { locationId: id, date: MONDAY, days: 1 })).toEqual({
      kind: 'not-found',
      entity: 'location',
      id,
      field: 'locationId',
    });
  });
});

describe('lanes', () => {
  it('are technicians then bays by position, with what they can and when they can', async () => {
    const world = await openWorld();
    const { technician, bay, absence, appointment } = world.rows;
    const lena = technician({
      name: 'Lena',
      position: 1,
      skills: [
        { skill: 'Engine', level: 3, expiresOn: null },
        { skill: 'Brakes', level: 2, expiresOn: null },
      ],
      breaks: [{ weekday: 1, from: 12 * 60, to: 12 * 60 + 30 }],
      dailyMaximum: 4,
    });
    const mike = technician({ name: 'Mike', position: 0 });
    const gone = technician({ name: 'Gone', position: 2, active: false });
    const lift = bay({ name: 'Bay 1', capabilities: offering('Lift', '12 t') });
    const late = { resourceId: lena.id, range: world.span('15:00', '20:00'), reason: 'Dentist' };
    await world.save([
      ...[lena, mike, gone, lift].map((one) => insert('resource', one)),
      insert('absence', absence(late)),
      insert('appointment', appointment({ ...fromTo(world, '10:00', '11:30'), claims: [lead(lena), inBay(lift)] })),
      insert(
        'appointment',
        appointment({
          ...fromTo(world, '13:00', '14:00'),
          claims: [lead(lena)],
          state: { status: 'requested', approval: 'none' },
        }),
      ),
    ]);
    const { lanes } = await board(world);
    expect(lanes.map((lane) => [lane.name, lane.detail, lane.dailyMaximum])).toEqual([
      ['Mike', 'Engine 3', 6],
      ['Lena', 'Engine 3 · Brakes 2', 4],
      ['Bay 1', 'Lift, 12 t', null],
    ]);
    const shown = some(lanes[1]);
    expect(shown.working).toEqual([world.span('08:00', '16:00')]);
    expect(shown.closed).toEqual([
      { ...world.span('12:00', '12:30'), why: 'break', name: '' },
      { ...world.span('15:00', '20:00'), why: 'absence', name: 'Dentist' },
    ]);
    expect(shown.open).toBe(8 * 60 - 30 - 60);
    expect(shown.booked).toBe(90);
    expect(lanes[2]?.booked).toBe(90);
  });
});

describe('appointments on a board', () => {
  it('leave out what is cancelled and show a hold that ran out as a request', async () => {
    const world = await openWorld();
    const technician = world.rows.technician({});
    const make = (title: string, from: string, to: string, state: Appointment['state']): Op =>
      insert(
        'appointment',
        world.rows.appointment({ ...fromTo(world, from, to), title, state, claims: [lead(technician)] }),
      );
    await world.save([
      insert('resource', technician),
      make('called off', '10:00', '11:00', { status: 'cancelled', at: world.at('08:00'), by: 'Dana', reason: '' }),
      make('ran out', '11:00', '12:00', { status: 'held', until: world.at('09:24') }),
      make('held', '13:00', '14:00', { status: 'held', until: world.at('09:25') }),
    ]);
    const { appointments } = await board(world);
    expect(appointments.map((one) => [one.title, one.state.status])).toEqual([
      ['ran out', 'requested'],
      ['held', 'held'],
    ]);
  });

  it('carry the names around them, from the work order where they have none of their own', async () => {
    const world = await openWorld();
    const { rows } = world;
    const customer = rows.customer({});
    const unit = rows.unit({ customerId: customer.id });
    const kind = rows.kind({});
    const type = rows.serviceType({ kindId: kind.id });
    const due = world.at('17:00');
    const order = rows.workOrder({ customerId: customer.id, unitId: unit.id, serviceTypeId: type.id, due });
    await world.save([
      insert('customer', customer),
      insert('unit', unit),
      insert('appointmentKind', kind),
      insert('serviceType', type),
      insert('workOrder', order),
      insert('appointment', rows.appointment({ ...fromTo(world, '10:00', '11:00'), workOrderId: order.id })),
    ]);
    expect((await board(world)).appointments[0]).toMatchObject({
      workOrderId: order.id,
      workOrderNumber: order.number,
      customer: 'Rosa Lindqvist',
      unit: 'Volvo FH16, 84-KLM-2',
      kind: 'repair',
      due,
      atRisk: false,
      conflict: false,
      field: false,
    });
  });

  it('show the drive to each on the lead, from where the lead was before, and home after the last', async () => {
    const world = await openWorld();
    const { rows } = world;
    const place = { address: 'Depot Vestby', coordinates: TEN_KILOMETRES_EAST };
    const driver = rows.technician({ name: 'Victor', field: true });
    const other = rows.technician({ name: 'Emma' });
    const make = (title: string, from: string, to: string, more: Partial<Appointment> = {}): Op =>
      insert('appointment', rows.appointment({ ...fromTo(world, from, to), title, claims: [lead(driver)], ...more }));
    await world.save([
      insert('resource', driver),
      insert('resource', other),
      make('at the workshop', '08:00', '09:00'),
      make('depot', '10:00', '11:00', { place }),
      make('perhaps', '11:00', '11:30', { state: { status: 'requested', approval: 'none' } }),
      make('depot again', '12:00', '13:00', { place }),
      make('somebody else', '10:00', '11:00', { claims: [lead(other)] }),
    ]);
    const { appointments } = await board(world);
    const drives = appointments.map((one) => [one.title, one.travelBefore, one.travelAfter]);
    expect(drives.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))).toEqual([
      ['at the workshop', 0, 0],
      ['depot', 21, 0],
      ['depot again', 0, 21],
      ['perhaps', 21, 0],
      ['somebody else', 0, 0],
    ]);
  });

  it('begin and end each day at home, the night shift its own night', async () => {
    const world = await openWorld();
    const { rows } = world;
    const night = rows.technician({
      hours: daily(22, 30),
    });
    const tuesday = addDays(MONDAY, 1);
    const place = { address: 'Depot', coordinates: TEN_KILOMETRES_EAST };
    const make = (title: string, start: Appointment['start']): Op =>
      insert(
        'appointment',
        rows.appointment({ title, start, end: (start + HOUR) as Appointment['end'], place, claims: [lead(night)] }),
      );
    await world.save([
      insert('resource', night),
      make('before midnight', world.at('22:30')),
      make('after midnight', world.at('02:00', tuesday)),
      make('next night', world.at('22:30', tuesday)),
    ]);
    const { appointments } = await board(world, 2);
    expect(appointments.map((one) => [one.title, one.travelBefore, one.travelAfter])).toEqual([
      ['before midnight', 21, 0],
      ['after midnight', 0, 21],
      ['next night', 21, 21],
    ]);
  });
});
