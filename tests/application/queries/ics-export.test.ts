import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { insert } from '../../../core/domain/ops/op.ts';
import { addDays, localDate } from '../../../core/domain/time/local-date.ts';
import type { Appointment } from '../../../core/domain/work/appointment.ts';
import { lead } from './rows.ts';
import { MONDAY, openWorld } from './world.ts';

async function booked() {
  const world = await openWorld();
  const { rows } = world;
  const mike = rows.technician({ name: 'Mike Jønsson' });
  const customer = rows.customer({ notes: 'pays late' });
  const order = rows.workOrder({ customerId: customer.id });
  const make = (title: string, day: number, state: Appointment['state'], more: Partial<Appointment> = {}) => {
    const date = addDays(MONDAY, day);
    return rows.appointment({
      start: world.at('10:00', date),
      end: world.at('11:00', date),
      title,
      state,
      claims: state.status === 'confirmed' ? [lead(mike)] : [],
      ...more,
    });
  };
  const people = [
    { name: 'Dana', role: 'organizer', email: 'dana@nordlast.example', phone: '', response: 'none' },
    { name: 'Rosa', role: 'customer', email: 'rosa@example.org', phone: '', response: 'accepted' },
    { name: 'No mail', role: 'attendee', email: '', phone: '', response: 'none' },
  ] as const;
  const today = make(
    'Thermostat; new',
    0,
    { status: 'confirmed' },
    {
      workOrderId: order.id,
      rescheduleCount: 3,
      participants: people,
      description: 'Bring the long hose',
    },
  );
  const cancelled = { status: 'cancelled', at: world.at('08:00'), by: '', reason: '' } as const;
  const called = make('Called off', 0, cancelled, { claims: [lead(mike)] });
  const asked = make(
    'Asked for',
    1,
    { status: 'requested', approval: 'none' },
    {
      claims: [lead(mike)],
      place: { address: 'Depot Vestby', coordinates: { latitude: 59.6, longitude: 10.7 } },
    },
  );
  await world.save([
    insert('resource', mike),
    insert('customer', customer),
    insert('workOrder', order),
    ...[today, called, asked].map((one) => insert('appointment', one)),
  ]);
  return { world, mike, today, called, asked };
}

function eventsOf(text: string): readonly ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}

const status = (event: ICAL.Event | undefined) => event?.component.getFirstPropertyValue('status');

describe('a calendar file', () => {
  it("holds a technician's days without what was called off", async () => {
    const { world, mike, today, asked } = await booked();
    const file = await world.ask('icsExport', { resourceId: mike.id, date: MONDAY, days: 2 });
    const events = eventsOf(file.text);
    expect(file).toMatchObject({ fileName: 'mike-j-nsson-2026-11-23.ics', events: 2 });
    expect(events.map((event) => event.uid)).toEqual([`${today.id}@laneway`, `${asked.id}@laneway`]);
    expect(events.map(status)).toEqual(['CONFIRMED', 'TENTATIVE']);
    const one = await world.ask('icsExport', { resourceId: mike.id, date: MONDAY, days: 1 });
    expect(one.events).toBe(1);
  });

  it('says when, where, who and which version, and nothing private', async () => {
    const { world, today } = await booked();
    const file = await world.ask('icsExport', { appointmentIds: [today.id] });
    const [event] = eventsOf(file.text);
    expect(event?.summary).toBe('Thermostat; new');
    expect(event?.sequence).toBe(3);
    expect(event?.location).toBe('Harbour workshop, Kaigata 1');
    expect(event?.startDate.toString()).toBe('2026-11-23T10:00:00');
    expect(event?.startDate.zone.tzid).toBe('Europe/Oslo');
    expect(event?.description).toContain('Rosa Lindqvist');
    expect(event?.description).toContain('Bring the long hose');
    expect(event?.organizer).toBe('mailto:dana@nordlast.example');
    expect(event?.attendees.map((one) => one.getFirstValue())).toEqual(['mailto:rosa@example.org']);
    expect(file.text).not.toContain('pays late');
    expect(file.text).toContain('BEGIN:VTIMEZONE');
  });

  it('tells other calendars to drop what was called off, when it is chosen', async () => {
    const { world, called, asked } = await booked();
    const file = await world.ask('icsExport', { appointmentIds: [asked.id, called.id] });
    const events = eventsOf(file.text);
    expect(events.map((event) => [event.summary, status(event)])).toEqual([
      ['Called off', 'CANCELLED'],
      ['Asked for', 'TENTATIVE'],
    ]);
    expect(events[1]?.location).toBe('Depot Vestby');
  });

  it('names the appointment that is not there', async () => {
    const { world, today } = await booked();
    const id = world.rows.newId();
    expect(await world.refusal('icsExport', { appointmentIds: [today.id, id] })).toMatchObject({
      kind: 'not-found',
      id,
      field: 'appointmentIds.1',
    });
  });

  it('covers a day of 25 hours to its end', async () => {
    const { world, mike } = await booked();
    const long = localDate('2026-10-25');
    const late = world.rows.appointment({
      start: world.at('23:15', long),
      end: world.at('23:45', long),
      title: 'Late',
      claims: [lead(mike)],
    });
    await world.save([insert('appointment', late)]);
    const file = await world.ask('icsExport', { resourceId: mike.id, date: long, days: 1 });
    expect(eventsOf(file.text).map((event) => event.summary)).toEqual(['Late']);
  });
});
