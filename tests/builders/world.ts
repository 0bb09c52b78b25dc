import type { CommandArgs } from '../../core/contract/client.ts';
import { DEFAULT_POLICY } from '../../core/domain/organization/organization.ts';
import { minutes } from '../../core/domain/time/instant.ts';
import type { LocationId } from '../../core/domain/organization/location.ts';
import type { PartId, StockId } from '../../core/domain/parts/part.ts';
import type { ResourceId } from '../../core/domain/resources/resource.ts';
import type { AppointmentId } from '../../core/domain/work/appointment.ts';
import type { CustomerId, UnitId } from '../../core/domain/work/customer.ts';
import type { AppointmentKindId, ServiceTypeId } from '../../core/domain/work/service-type.ts';
import type { WorkOrderId } from '../../core/domain/work/work-order.ts';
import type { OrganizationId } from '../../core/domain/organization/organization.ts';
import type { TestLaneway } from './laneway.ts';
import { at } from './surroundings.ts';

/**
 * A small organization in Oslo: everybody works 08:00 to 16:00 with a break 12:00 to 12:30, open 07:00 to 18:00; buffers
 * 0 before and 15 after. Anna knows engines (3), Bo engines (1), Cleo brakes (2). Two bays with a lift. Four thermostats.
 */
export interface World {
  readonly organizationId: OrganizationId;
  readonly locationId: LocationId;
  readonly anna: ResourceId;
  readonly bo: ResourceId;
  readonly cleo: ResourceId;
  readonly bay1: ResourceId;
  readonly bay2: ResourceId;
  readonly kindId: AppointmentKindId;
  /** Engine 2, lift, 60 minutes, one thermostat. */
  readonly engine: ServiceTypeId;
  /** No skill, any bay, 60 minutes. */
  readonly check: ServiceTypeId;
  readonly thermostat: PartId;
  readonly stock: StockId;
  readonly customerId: CustomerId;
  readonly unitId: UnitId;
}

export const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;
export const hours = (from: number, to: number) =>
  EVERY_DAY.map((weekday) => ({ weekday, from: from * 60, to: to * 60 }));
export const OSLO = { latitude: 59.91, longitude: 10.75 };

export function organizationArgs(id: OrganizationId): CommandArgs<'createOrganization'> {
  return {
    id,
    name: 'Northern Service',
    currency: 'NOK',
    skills: ['Engine', 'Brakes'],
    capabilities: ['lift'],
    policy: { ...DEFAULT_POLICY, bufferAfter: minutes(15), severities: {} },
  };
}

export function technicianArgs(
  world: Pick<World, 'locationId'>,
  id: ResourceId,
  more: Partial<CommandArgs<'updateTechnician'>> = {},
): CommandArgs<'updateTechnician'> {
  return {
    id,
    locationId: world.locationId,
    name: 'Somebody',
    position: 1,
    active: true,
    hours: hours(8, 16),
    overrides: [],
    breaks: hours(12, 12.5),
    skills: [],
    homeBase: null,
    dailyMaximum: null,
    targetMinutes: null,
    specialization: '',
    yearsOfExperience: 3,
    rating: 4,
    phone: '',
    email: '',
    field: false,
    ...more,
  };
}

export function bayArgs(
  world: Pick<World, 'locationId'>,
  id: ResourceId,
  more: Partial<CommandArgs<'updateBay'>> = {},
): CommandArgs<'updateBay'> {
  return {
    id,
    locationId: world.locationId,
    name: 'Bay',
    position: 1,
    active: true,
    hours: hours(7, 18),
    overrides: [],
    capabilities: ['lift'],
    turnover: 0,
    ...more,
  };
}

type RoomArgs = Extract<CommandArgs<'updateResource'>, { readonly kind: 'room' }>;

/** A room for one, open like the bays. */
export function roomArgs(world: Pick<World, 'locationId'>, id: ResourceId, more: Partial<RoomArgs> = {}): RoomArgs {
  const { locationId } = world;
  const own = { id, locationId, kind: 'room' as const, name: 'Room', position: 1, active: true };
  return { ...own, hours: hours(7, 18), ...more };
}

export async function buildWorld({ ids, done }: Pick<TestLaneway, 'ids' | 'done'>): Promise<World> {
  const world: World = {
    organizationId: ids.next(),
    locationId: ids.next(),
    anna: ids.next(),
    bo: ids.next(),
    cleo: ids.next(),
    bay1: ids.next(),
    bay2: ids.next(),
    kindId: ids.next(),
    engine: ids.next(),
    check: ids.next(),
    thermostat: ids.next(),
    stock: ids.next(),
    customerId: ids.next(),
    unitId: ids.next(),
  };
  await done('createOrganization', organizationArgs(world.organizationId));
  await done('addLocation', {
    id: world.locationId,
    name: 'Harbour',
    zone: 'Europe/Oslo',
    address: 'Quay 1',
    phone: '',
    coordinates: OSLO,
    hours: hours(7, 18),
    travel: { kilometresPerHour: 45, detourFactor: 1.3, accessMinutes: 3 },
  });
  const skilled = (skill: string, level: 1 | 2 | 3) => [{ skill, level, expiresOn: null }];
  await done('addTechnician', technicianArgs(world, world.anna, { name: 'Anna', skills: skilled('Engine', 3) }));
  await done('addTechnician', technicianArgs(world, world.bo, { name: 'Bo', skills: skilled('Engine', 1) }));
  await done('addTechnician', technicianArgs(world, world.cleo, { name: 'Cleo', skills: skilled('Brakes', 2) }));
  await done('addBay', bayArgs(world, world.bay1, { name: 'Bay 1' }));
  await done('addBay', bayArgs(world, world.bay2, { name: 'Bay 2', position: 2 }));
  await done('addPart', { id: world.thermostat, number: 'T-1', name: 'Thermostat', measure: 'piece', leadTimeDays: 2 });
  await done('stockPart', { id: world.stock, partId: world.thermostat, locationId: world.locationId, onHand: 4 });
  await done('addAppointmentKind', {
    id: world.kindId,
    code: 'repair',
    name: 'Repair',
    shortest: 30,
    longest: 240,
    priority: 'normal',
    autoBook: 'never',
  });
  const service = { kindId: world.kindId, duration: 60, bufferBefore: null, bufferAfter: null, checklist: [] };
  await done('addServiceType', {
    ...service,
    id: world.engine,
    name: 'Engine repair',
    skills: [{ skill: 'Engine', level: 2 }],
    capabilities: ['lift'],
    parts: [{ partId: world.thermostat, quantity: 1 }],
  });
  await done('addServiceType', { ...service, id: world.check, name: 'Check', skills: [], capabilities: [], parts: [] });
  await done('addCustomer', customerArgs(world.customerId));
  await done('addUnit', {
    id: world.unitId,
    customerId: world.customerId,
    name: 'Van',
    plate: 'AB 12345',
    details: '',
  });
  return world;
}

export function customerArgs(id: CustomerId, name = 'Ola'): CommandArgs<'addCustomer'> {
  const none = { phone: '', email: '', address: '', coordinates: null, contacts: [], notes: '' };
  return { id, name, tier: 'standard', ...none };
}

export function workOrderArgs(
  world: World,
  id: WorkOrderId,
  more: Partial<CommandArgs<'openWorkOrder'>> = {},
): CommandArgs<'openWorkOrder'> {
  return {
    id,
    locationId: world.locationId,
    title: 'Replace thermostat',
    description: '',
    customerId: world.customerId,
    unitId: world.unitId,
    serviceTypeId: world.engine,
    priority: 'normal',
    duration: 60,
    skills: [{ skill: 'Engine', level: 2 }],
    capabilities: ['lift'],
    parts: [{ partId: world.thermostat, quantity: 1 }],
    windows: [],
    due: null,
    preferredTechnicians: [],
    forbiddenTechnicians: [],
    place: null,
    ...more,
  };
}

/** Time booked by itself on Anna at 09:00 for an hour; `more` says what is different. */
export function bookingArgs(
  world: World,
  id: AppointmentId,
  more: Partial<CommandArgs<'bookAppointment'>> = {},
): CommandArgs<'bookAppointment'> {
  return {
    id,
    locationId: world.locationId,
    workOrderId: null,
    title: 'Meeting',
    start: at(9),
    end: at(10),
    claims: [lead(world.anna)],
    as: 'confirmed',
    serviceTypeId: null,
    customerId: null,
    unitId: null,
    participants: [],
    description: '',
    reservationIds: [],
    recording: false,
    ...more,
  };
}

/** Twenty hours of work on Anna in bay 1 from Monday at 08:00 on; `more` says what is different. */
export function longWorkArgs(
  world: World,
  ids: readonly AppointmentId[],
  more: Partial<CommandArgs<'bookLongWork'>> = {},
): CommandArgs<'bookLongWork'> {
  return {
    ids: [...ids],
    locationId: world.locationId,
    workOrderId: null,
    title: 'Gearbox overhaul',
    start: at(8),
    duration: 20 * 60,
    claims: [lead(world.anna), bay(world.bay1)],
    roundBookings: false,
    serviceTypeId: null,
    customerId: null,
    unitId: null,
    participants: [],
    description: '',
    reservationIds: [],
    ...more,
  };
}

export function lead(resourceId: ResourceId) {
  return { resourceId, role: 'lead' as const, units: 1 };
}

export function bay(resourceId: ResourceId) {
  return { resourceId, role: 'bay' as const, units: 1 };
}
