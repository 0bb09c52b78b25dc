import { describe, expect, it } from 'vitest';
import { insert, update } from '../../../core/domain/ops/op.ts';
import { addDays } from '../../../core/domain/time/local-date.ts';
import { inBay, lead } from './rows.ts';
import { MONDAY, openWorld } from './world.ts';

async function booked() {
  const world = await openWorld();
  const { rows } = world;
  const mike = rows.technician({ name: 'Mike' });
  const lift = rows.bay({});
  const customer = rows.customer({});
  const unit = rows.unit({ customerId: customer.id });
  const kind = rows.kind({});
  const type = rows.serviceType({ kindId: kind.id });
  const part = rows.part({});
  const arrival = world.at('12:00', addDays(MONDAY, 2));
  const stock = rows.stock({ partId: part.id, onHand: 3, arrivals: [{ at: arrival, quantity: 4 }] });
  const parts = [{ partId: part.id, quantity: 2 }];
  const refs = { customerId: customer.id, unitId: unit.id, serviceTypeId: type.id };
  const order = rows.workOrder({ ...refs, parts, capabilities: ['Lift'], skills: [{ skill: 'Engine', level: 2 }] });
  const other = rows.workOrder({ title: 'Other job', parts, capabilities: ['Lift'] });
  const appointment = rows.appointment({
    start: world.at('10:00'),
    end: world.at('11:00'),
    workOrderId: order.id,
    claims: [lead(mike), inBay(lift)],
  });
  const reservation = {
    id: rows.newId<'reservation'>(),
    organizationId: rows.organization.id,
    stockId: stock.id,
    appointmentId: appointment.id,
    quantity: 2,
    consumed: false,
  };
  await world.save([
    insert('resource', mike),
    insert('resource', lift),
    insert('customer', customer),
    insert('unit', unit),
    insert('appointmentKind', kind),
    insert('serviceType', type),
    insert('part', part),
    insert('stock', stock),
    insert('workOrder', order),
    insert('workOrder', other),
  ]);
  await world.save([insert('appointment', appointment), insert('reservation', reservation)], { subject: 'booked' });
  return { world, mike, lift, customer, unit, kind, type, order, other, appointment, arrival };
}

describe('appointment details', () => {
  it('bring everything around it, and a verdict of its present place', async () => {
    const { world, mike, lift, customer, unit, kind, type, order, appointment } = await booked();
    const details = await world.ask('appointmentDetails', { id: appointment.id });
    expect(details).toMatchObject({ appointment, workOrder: order, customer, unit, kind, serviceType: type });
    expect(details.resources).toEqual([
      { id: mike.id, name: 'Mike', kind: 'technician', phone: mike.phone },
      { id: lift.id, name: 'Bay 1', kind: 'bay', phone: '' },
    ]);
    expect(details.needs).toMatchObject({ appointmentId: appointment.id, duration: 60, capabilities: ['Lift'] });
    expect(details.nextStatuses).toEqual(['in-progress', 'cancelled', 'no-show']);
    expect(details.verdict).toEqual({ level: 'clear', reasons: [] });
    expect(details.history.map((entry) => entry.subject)).toEqual(['booked']);
  });

  it('count its own reservation as there for it, and as gone for others', async () => {
    const { world, order, other, appointment, arrival } = await booked();
    const { parts } = await world.ask('appointmentDetails', { id: appointment.id });
    expect(parts).toMatchObject([{ name: 'Thermostat', measure: 'piece', quantity: 2, inStock: 3, arrivesAt: null }]);
    expect((await world.ask('workOrderDetails', { id: order.id })).parts).toMatchObject([{ inStock: 3 }]);
    expect((await world.ask('workOrderDetails', { id: other.id })).parts).toMatchObject([
      { quantity: 2, inStock: 1, arrivesAt: arrival },
    ]);
  });

  it('say what is wrong with the place once the facts have changed', async () => {
    const { world, mike, appointment } = await booked();
    const sick = world.rows.absence({ resourceId: mike.id, range: world.span('09:00', '16:00') });
    await world.save([insert('absence', sick)]);
    const { verdict } = await world.ask('appointmentDetails', { id: appointment.id });
    expect(verdict.level).toBe('block');
    expect(verdict.reasons.map(({ reason }) => reason)).toMatchObject([
      { rule: 'on-shift', why: 'absence', name: 'Sick' },
    ]);
  });

  it('do not blame a place for the time that has gone by', async () => {
    const { world, appointment } = await booked();
    world.setClock(world.at('10:20'));
    const { verdict } = await world.ask('appointmentDetails', { id: appointment.id });
    expect(verdict.level).toBe('clear');
  });

  it('need an appointment that exists', async () => {
    const { world } = await booked();
    const id = world.rows.newId();
    expect(await world.refusal('appointmentDetails', { id })).toMatchObject({ kind: 'not-found', id, field: 'id' });
    expect(await world.refusal('workOrderDetails', { id })).toMatchObject({ kind: 'not-found', id, field: 'id' });
  });
});

describe('work order details', () => {
  it('list the live appointment first, then the newest', async () => {
    const { world, order, appointment } = await booked();
    const gone = (clock: string) =>
      world.rows.appointment({
        start: world.at(clock),
        end: world.at('18:00'),
        workOrderId: order.id,
        state: { status: 'cancelled', at: world.at('08:00'), by: 'Dana', reason: '' },
      });
    const [early, late] = [gone('07:00'), gone('17:00')];
    await world.save([insert('appointment', early), insert('appointment', late)]);
    const details = await world.ask('workOrderDetails', { id: order.id });
    expect(details.appointments.map((one) => one.id)).toEqual([appointment.id, late.id, early.id]);
  });
});

describe('history', () => {
  it('tells changes in plain values, with names in place of ids', async () => {
    const { world, appointment } = await booked();
    const aisha = world.rows.technician({ name: 'Aisha' });
    await world.save([insert('resource', aisha)], { name: 'addTechnician' });
    const moved = {
      ...appointment,
      start: world.at('12:00'),
      end: world.at('13:00'),
      claims: [lead(aisha)],
      state: { status: 'in-progress', startedAt: world.at('12:00') } as const,
    };
    const reason = { rule: 'not-past', why: 'past', start: moved.start, now: moved.end } as const;
    await world.save(
      [update('appointment', appointment, moved)].filter((op) => op !== null),
      {
        name: 'moveAppointment',
        why: 'customer rang',
        overrode: [reason],
      },
    );
    const [newest, oldest] = await world.ask('history', {
      entity: 'appointment',
      id: appointment.id,
      before: null,
      limit: 10,
    });
    expect(newest).toMatchObject({
      name: 'moveAppointment',
      by: 'Dana Dispatch',
      host: 'test',
      why: 'customer rang',
      undone: false,
      overrode: ['not-past.past'],
      cautions: [reason],
    });
    const changes = new Map(newest?.changes.map(({ field, before, after }) => [field, [before, after]]));
    expect(changes).toEqual(
      new Map([
        ['start', [appointment.start, moved.start]],
        ['end', [appointment.end, moved.end]],
        ['state.status', ['confirmed', 'in-progress']],
        ['state.startedAt', [null, moved.start]],
        ['claims', ['Mike, Bay 1', 'Aisha']],
      ]),
    );
    expect(oldest?.changes[0]).toMatchObject({ entity: 'appointment', field: 'created', after: 'Full service' });
  });

  it('comes newest first, page by page', async () => {
    const { world } = await booked();
    const all = await world.ask('history', { entity: null, id: null, before: null, limit: 500 });
    expect(all.map((entry) => entry.sequence)).toEqual([3, 2, 1]);
    const rest = await world.ask('history', { entity: null, id: null, before: 3, limit: 1 });
    expect(rest.map((entry) => entry.sequence)).toEqual([2]);
  });
});
