import type { NewLogEntry } from '../../core/application/ports/log-entry.ts';
import { insert, update, type Entities, type EntityName, type Op } from '../../core/domain/ops/op.ts';
import { NO_LOCATION_POLICY } from '../../core/domain/organization/location-policy.ts';
import { DEFAULT_TRAVEL, type Location } from '../../core/domain/organization/location.ts';
import { DEFAULT_POLICY, type Organization } from '../../core/domain/organization/organization.ts';
import type { Bay, Technician } from '../../core/domain/resources/resource.ts';
import { instant, minutes, MINUTE } from '../../core/domain/time/instant.ts';
import type { ZoneId } from '../../core/domain/time/zones.ts';
import type { Appointment } from '../../core/domain/work/appointment.ts';
import type { Customer, Unit } from '../../core/domain/work/customer.ts';
import type { WorkOrder } from '../../core/domain/work/work-order.ts';
import { asId, type Id } from '../../core/kernel/id.ts';

/** Ids that read like what they name: id<'resource'>(7) ends in 7. */
export function id<Name extends string>(number: number): Id<Name> {
  return asId<Name>(`00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`);
}

/** 2026-11-23T00:00:00Z. */
export const DAY = Date.UTC(2026, 10, 23);
export const HOUR = 60 * MINUTE;
export const at = (hours: number) => instant(DAY + hours * HOUR);

export const organization: Organization = {
  id: id(1),
  name: 'Northern Service',
  currency: 'NOK',
  skills: ['Engine', 'Brakes'],
  capabilities: ['lift'],
  policy: DEFAULT_POLICY,
};

export const location: Location = {
  id: id(2),
  organizationId: organization.id,
  name: 'Harbour',
  zone: 'Europe/Oslo' as ZoneId,
  address: 'Quay 1',
  phone: '',
  coordinates: { latitude: 59.9, longitude: 10.7 },
  hours: [{ weekday: 1, from: 420, to: 1020 }],
  closures: [],
  externalIds: [],
  exposes: 'computed',
  policy: NO_LOCATION_POLICY,
  travel: DEFAULT_TRAVEL,
};

export function technician(number: number, more: Partial<Technician> = {}): Technician {
  return {
    kind: 'technician',
    id: id(number),
    organizationId: organization.id,
    locationId: location.id,
    name: `Technician ${number}`,
    capacity: 1,
    position: number,
    active: true,
    hours: location.hours,
    overrides: [],
    customData: {},
    externalIds: [],
    skills: [{ skill: 'Engine', level: 2, expiresOn: null }],
    breaks: [],
    homeBase: null,
    dailyMaximum: null,
    targetMinutes: null,
    specialization: '',
    yearsOfExperience: 4,
    rating: 4.5,
    phone: '',
    email: '',
    field: false,
    ...more,
  };
}

export function bay(number: number, more: Partial<Bay> = {}): Bay {
  return {
    kind: 'bay',
    id: id(number),
    organizationId: organization.id,
    locationId: location.id,
    name: `Bay ${number}`,
    capacity: 1,
    position: number,
    active: true,
    hours: location.hours,
    overrides: [],
    customData: {},
    externalIds: [],
    breaks: [],
    capabilities: [{ capability: 'lift', level: 1, expiresOn: null }],
    turnover: minutes(10),
    ...more,
  };
}

export function customer(number: number, more: Partial<Customer> = {}): Customer {
  return {
    id: id(number),
    organizationId: organization.id,
    name: 'Hansen Transport',
    tier: 'premium',
    phone: '+47 900 12 345',
    email: 'post@hansen.example',
    address: 'Mill Road 4',
    coordinates: null,
    contacts: [{ name: 'Ola Berg', role: 'driver', phone: '411 22 333', email: '' }],
    notes: '',
    externalIds: [{ source: 'crm', id: `c-${number}` }],
    ...more,
  };
}

export function unit(number: number, customerId: Customer['id'], more: Partial<Unit> = {}): Unit {
  return {
    id: id(number),
    organizationId: organization.id,
    customerId,
    name: 'Delivery van',
    plate: '84-KLM-2',
    externalIds: [],
    details: 'white',
    ...more,
  };
}

export function workOrder(number: number, more: Partial<WorkOrder> = {}): WorkOrder {
  return {
    id: id(number),
    organizationId: organization.id,
    locationId: location.id,
    number,
    title: 'Replace coolant thermostat',
    description: '',
    customerId: null,
    unitId: null,
    serviceTypeId: null,
    priority: 'normal',
    duration: minutes(90),
    skills: [{ skill: 'Engine', level: 2 }],
    capabilities: ['lift'],
    parts: [],
    windows: [],
    due: null,
    preferredTechnicians: [],
    forbiddenTechnicians: [],
    place: null,
    openedAt: at(0),
    externalIds: [],
    ordered: [],
    state: { status: 'open' },
    ...more,
  };
}

/** Confirmed, one hour, 30 minutes after; claims the technician 10. */
export function appointment(number: number, startHour: number, more: Partial<Appointment> = {}): Appointment {
  return {
    id: id(number),
    organizationId: organization.id,
    locationId: location.id,
    title: 'Oil and filters',
    description: '',
    start: at(startHour),
    end: at(startHour + 1),
    before: minutes(0),
    after: minutes(30),
    state: { status: 'confirmed' },
    claims: [{ resourceId: id(10), role: 'lead', units: 1 }],
    priority: 'normal',
    kindId: null,
    serviceTypeId: null,
    workOrderId: null,
    customerId: null,
    unitId: null,
    place: null,
    participants: [],
    pinned: false,
    meetingUrl: '',
    zone: null,
    requestedBy: '',
    source: null,
    externalIds: [],
    customData: {},
    remind: true,
    rescheduleCount: 0,
    locationText: '',
    rescheduleLimit: null,
    rescheduledAt: null,
    seriesId: null,
    occurrence: null,
    segment: null,
    workItem: null,
    suggested: null,
    reminded: [],
    ordered: [],
    ...more,
  };
}

/** Organization, location, technicians 10 and 11, bay 20, and a yard 21 that holds three at once. */
export const ground: readonly Op[] = [
  insert('organization', organization),
  insert('location', location),
  insert('resource', technician(10)),
  insert('resource', technician(11)),
  insert('resource', bay(20)),
  insert('resource', bay(21, { name: 'Yard', capacity: 3 })),
];

export function entry(sequence: number, ops: readonly Op[], more: Partial<NewLogEntry> = {}): NewLogEntry {
  return {
    sequence,
    commandId: id(1_000_000 + sequence),
    fingerprint: 'f'.repeat(64),
    name: 'bookAppointment',
    version: 1,
    args: { sequence },
    actorId: id(900),
    actorName: 'Kari',
    host: 'test',
    replica: 'replica-1',
    at: at(0),
    why: '',
    subject: 'Something',
    overrode: [],
    undoable: true,
    reverts: null,
    ops,
    domainEvents: [],
    ...more,
  };
}

/** The op from one value to the next, for values that are known to differ. */
export function change<E extends EntityName>(entity: E, before: Entities[E], more: Partial<Entities[E]>): Op {
  const op = update(entity, before, { ...before, ...more });
  if (op === null) throw new Error('Nothing differs');
  return op as Op;
}
