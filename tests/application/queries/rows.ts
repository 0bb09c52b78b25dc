import { NO_LOCATION_POLICY } from '../../../core/domain/organization/location-policy.ts';
import { asId, uuidv7, type Id } from '../../../core/kernel/id.ts';
import {
  DEFAULT_TRAVEL,
  type Coordinates,
  type Location,
  type LocationId,
} from '../../../core/domain/organization/location.ts';
import {
  DEFAULT_POLICY,
  type Organization,
  type OrganizationId,
} from '../../../core/domain/organization/organization.ts';
import type { Part, Stock } from '../../../core/domain/parts/part.ts';
import type { Absence, Bay, Capability, ResourceId, Technician } from '../../../core/domain/resources/resource.ts';
import { addMinutes, minutes, type Instant } from '../../../core/domain/time/instant.ts';
import type { Weekday } from '../../../core/domain/time/local-date.ts';
import type { WeeklyHours } from '../../../core/domain/time/weekly-hours.ts';
import type { ZoneId } from '../../../core/domain/time/zones.ts';
import type { Appointment, Claim } from '../../../core/domain/work/appointment.ts';
import type { Customer, Unit } from '../../../core/domain/work/customer.ts';
import type { AppointmentKind, ServiceType } from '../../../core/domain/work/service-type.ts';
import type { WorkOrder } from '../../../core/domain/work/work-order.ts';

/** Ids in the order of their making, the same in every run. */
export function createIds(): <Name extends string>() => Id<Name> {
  let count = 0;
  return <Name extends string>() => {
    count += 1;
    const random = new Uint8Array(10);
    new DataView(random.buffer).setUint32(4, count);
    return asId<Name>(uuidv7(1_780_000_000_000 + count, random));
  };
}
export type NewId = ReturnType<typeof createIds>;

export const HARBOUR: Coordinates = { latitude: 59.905, longitude: 10.75 };
export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The same hours on every weekday, in whole hours. */
export function daily(from: number, to: number): WeeklyHours {
  return EVERY_DAY.map((weekday) => ({ weekday, from: from * 60, to: to * 60 }));
}

/** Rows with every field filled in; a test names only those it is about. */
export function rowsFor(newId: NewId, zone: string) {
  const organizationId: OrganizationId = newId();
  const locationId: LocationId = newId();
  const own = { organizationId };
  const organization: Organization = {
    id: organizationId,
    name: 'Nordlast',
    currency: 'NOK',
    skills: ['Engine', 'Brakes'],
    capabilities: ['Lift', 'Pit'],
    policy: { ...DEFAULT_POLICY, bufferAfter: minutes(0) },
  };
  const location: Location = {
    id: locationId,
    ...own,
    name: 'Harbour workshop',
    // The tests name zones that the table knows.
    zone: zone as ZoneId,
    address: 'Kaigata 1',
    phone: '+47 555 01 00',
    coordinates: HARBOUR,
    hours: daily(7, 18),
    closures: [],
    externalIds: [],
    exposes: 'computed',
    policy: NO_LOCATION_POLICY,
    travel: DEFAULT_TRAVEL,
  };
  const schedulable = {
    ...own,
    locationId,
    capacity: 1,
    position: 0,
    active: true,
    overrides: [],
    breaks: [],
    customData: {},
    externalIds: [],
  };
  const technician = (row: Partial<Technician>): Technician => ({
    ...schedulable,
    id: newId(),
    kind: 'technician',
    name: 'Mike Johnson',
    hours: daily(8, 16),
    skills: [{ skill: 'Engine', level: 3, expiresOn: null }],
    breaks: [],
    homeBase: null,
    dailyMaximum: null,
    targetMinutes: null,
    specialization: '',
    yearsOfExperience: 5,
    rating: 4,
    phone: '+47 555 02 00',
    email: '',
    field: false,
    ...row,
  });
  const bay = (row: Partial<Bay>): Bay => ({
    ...schedulable,
    id: newId(),
    kind: 'bay',
    name: 'Bay 1',
    hours: daily(7, 18),
    capabilities: offering('Lift'),
    turnover: minutes(0),
    ...row,
  });
  const absence = (row: Pick<Absence, 'resourceId' | 'range'> & Partial<Absence>): Absence => ({
    ...own,
    id: newId(),
    reason: 'Sick',
    ...row,
  });
  const customer = (row: Partial<Customer>): Customer => ({
    ...own,
    id: newId(),
    name: 'Rosa Lindqvist',
    tier: 'standard',
    phone: '+47 555 03 00',
    email: '',
    address: '',
    coordinates: null,
    contacts: [],
    notes: '',
    externalIds: [],
    ...row,
  });
  const unit = (row: Pick<Unit, 'customerId'> & Partial<Unit>): Unit => ({
    ...own,
    id: newId(),
    name: 'Volvo FH16',
    plate: '84-KLM-2',
    externalIds: [],
    details: '',
    ...row,
  });
  const kind = (row: Partial<AppointmentKind>): AppointmentKind => ({
    ...own,
    id: newId(),
    code: 'repair',
    name: 'Component repair',
    shortest: minutes(30),
    longest: minutes(300),
    priority: 'high',
    autoBook: 'never',
    ...row,
  });
  const serviceType = (row: Pick<ServiceType, 'kindId'> & Partial<ServiceType>): ServiceType => ({
    ...own,
    id: newId(),
    name: 'Engine repair',
    duration: minutes(120),
    skills: [{ skill: 'Engine', level: 2 }],
    capabilities: ['Lift'],
    parts: [],
    bufferBefore: null,
    bufferAfter: null,
    checklist: ['Air leaks, both circuits'],
    price: null,
    dataSchema: null,
    externalIds: [],
    ...row,
  });
  const part = (row: Partial<Part>): Part => ({
    ...own,
    id: newId(),
    number: 'T-100',
    name: 'Thermostat',
    measure: 'piece',
    leadTimeDays: 3,
    externalIds: [],
    ...row,
  });
  const stock = (row: Pick<Stock, 'partId'> & Partial<Stock>): Stock => ({
    ...own,
    id: newId(),
    locationId,
    onHand: 0,
    arrivals: [],
    ...row,
  });
  let number = 4800;
  const workOrder = (row: Partial<WorkOrder>): WorkOrder => {
    number += 1;
    return {
      ...own,
      id: newId(),
      locationId,
      number,
      title: 'Replace coolant thermostat',
      description: '',
      customerId: null,
      unitId: null,
      serviceTypeId: null,
      priority: 'normal',
      duration: minutes(60),
      skills: [],
      capabilities: null,
      parts: [],
      windows: [],
      due: null,
      preferredTechnicians: [],
      forbiddenTechnicians: [],
      place: null,
      openedAt: addMinutes(0 as Instant, 29_000_000),
      ordered: [],
      externalIds: [],
      state: { status: 'open' },
      ...row,
    };
  };
  const appointment = (row: Pick<Appointment, 'start' | 'end'> & Partial<Appointment>): Appointment => ({
    ...own,
    id: newId(),
    locationId,
    title: 'Full service',
    description: '',
    before: minutes(0),
    after: minutes(0),
    state: { status: 'confirmed' },
    claims: [],
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
    remind: false,
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
    ...row,
  });
  return {
    newId,
    organization,
    location,
    technician,
    bay,
    absence,
    customer,
    unit,
    kind,
    serviceType,
    part,
    stock,
    workOrder,
    appointment,
  };
}
export type Rows = ReturnType<typeof rowsFor>;

/** Capabilities of level 1 that do not expire. */
export function offering(...names: readonly string[]): readonly Capability[] {
  return names.map((capability) => ({ capability, level: 1, expiresOn: null }));
}

export function lead(resource: { readonly id: ResourceId }): Claim {
  return { resourceId: resource.id, role: 'lead', units: 1 };
}

export function inBay(resource: { readonly id: ResourceId }): Claim {
  return { resourceId: resource.id, role: 'bay', units: 1 };
}
