import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { Needs } from '../contract/views/needs-view.ts';
import type { NeededPart, PlacementNeeds } from '../domain/board/placement.ts';
import type { LocationId } from '../domain/organization/location.ts';
import type { PartNeed, PartOrder } from '../domain/parts/part.ts';
import type { Organization } from '../domain/organization/organization.ts';
import { instant, minutesBetween, type Instant } from '../domain/time/instant.ts';
import type { Appointment, AppointmentId } from '../domain/work/appointment.ts';
import type { Customer, CustomerId } from '../domain/work/customer.ts';
import type { AppointmentKind, AppointmentKindId, ServiceType, ServiceTypeId } from '../domain/work/service-type.ts';
import type { WorkOrder, WorkOrderId } from '../domain/work/work-order.ts';
import { theOrganization, theOrganizationAt } from './placement-context.ts';
import type { Reader } from './ports/store.ts';
import type { Scene } from './use-case.ts';

/** What a slot is looked for, as the queries name it. */
export type WorkNamed =
  | { readonly workOrderId: WorkOrderId }
  | { readonly appointmentId: AppointmentId }
  | {
      readonly serviceTypeId: ServiceTypeId;
      readonly locationId: LocationId;
      readonly customerId: CustomerId | null;
    };

/** The rows that say what a piece of work needs. */
export interface WorkSource {
  readonly workOrder: WorkOrder | null;
  readonly serviceType: ServiceType | null;
  readonly kind: AppointmentKind | null;
  /** As it is at the location of the work. */
  readonly organization: Organization;
}

/**
 * Reads service type and kind of a work order or an appointment; the work order's service type goes first. Without a work
 * order the location has to be named, or its policy is not asked.
 */
export async function loadWorkSource(
  read: Reader,
  from: {
    readonly workOrder: WorkOrder | null;
    readonly serviceTypeId?: ServiceTypeId | null;
    readonly kindId?: AppointmentKindId | null;
    readonly locationId?: LocationId;
  },
): Promise<WorkSource> {
  const locationId = from.workOrder?.locationId ?? from.locationId;
  const organization = await (locationId === undefined ? theOrganization(read) : theOrganizationAt(read, locationId));
  const serviceTypeId = from.workOrder?.serviceTypeId ?? from.serviceTypeId ?? null;
  const serviceType = serviceTypeId === null ? undefined : await read.get('serviceType', serviceTypeId);
  const kindId = serviceType?.kindId ?? from.kindId ?? null;
  const kind = kindId === null ? undefined : await read.get('appointmentKind', kindId);
  return { workOrder: from.workOrder, serviceType: serviceType ?? null, kind: kind ?? null, organization };
}

/** Minutes kept free before and after: the service type's, else the location's, else the organization's. */
export function buffersOf(source: WorkSource): Pick<PlacementNeeds, 'before' | 'after'> {
  const { policy } = source.organization;
  return {
    before: source.serviceType?.bufferBefore ?? policy.bufferBefore,
    after: source.serviceType?.bufferAfter ?? policy.bufferAfter,
  };
}

function rangeOf(kind: AppointmentKind | null): PlacementNeeds['durationRange'] {
  return kind === null ? null : { kind: kind.name, shortest: kind.shortest, longest: kind.longest };
}

/** What was ordered of each part goes with it; the last one to come says when. */
export function withOrders(parts: readonly PartNeed[], orders: readonly PartOrder[]): readonly NeededPart[] {
  if (orders.length === 0) return parts;
  return parts.map((need) => {
    const own = orders.filter((order) => order.partId === need.partId);
    if (own.length === 0) return need;
    const quantity = own.reduce((sum, order) => sum + order.quantity, 0);
    return { ...need, ordered: { quantity, at: instant(Math.max(...own.map((order) => order.expectedAt))) } };
  });
}

/** What a work order asks of its place. */
export function needsOfWorkOrder(workOrder: WorkOrder, source: WorkSource): PlacementNeeds {
  return {
    appointmentId: null,
    title: workOrder.title,
    serviceTypeId: source.serviceType?.id ?? null,
    duration: workOrder.duration,
    ...buffersOf(source),
    skills: workOrder.skills,
    capabilities: workOrder.capabilities,
    parts: withOrders(workOrder.parts, workOrder.ordered),
    windows: workOrder.windows,
    due: workOrder.due,
    priority: workOrder.priority,
    preferredTechnicians: workOrder.preferredTechnicians,
    forbiddenTechnicians: workOrder.forbiddenTechnicians,
    place: workOrder.place,
    durationRange: rangeOf(source.kind),
    askedAt: workOrder.openedAt,
  };
}

/** What a service type asks before a work order exists. Work that needs no bay happens at the customer's. */
export function needsOfServiceType(
  serviceType: ServiceType,
  source: WorkSource,
  customer: Customer | null,
  now: Instant,
): PlacementNeeds {
  const outside = serviceType.capabilities === null && customer !== null && customer.coordinates !== null;
  return {
    appointmentId: null,
    title: serviceType.name,
    serviceTypeId: serviceType.id,
    duration: serviceType.duration,
    ...buffersOf(source),
    skills: serviceType.skills,
    capabilities: serviceType.capabilities,
    parts: serviceType.parts,
    windows: [],
    due: null,
    priority: source.kind?.priority ?? 'normal',
    preferredTechnicians: [],
    forbiddenTechnicians: [],
    place: outside ? { address: customer.address, coordinates: customer.coordinates } : null,
    durationRange: rangeOf(source.kind),
    askedAt: now,
  };
}

/** What an existing appointment asks: its own times, buffers and place; the rest from its work order or service type. */
export function needsOfAppointment(appointment: Appointment, source: WorkSource, now: Instant): PlacementNeeds {
  const { workOrder, serviceType } = source;
  const begins = appointment.segment === null || appointment.segment.ordinal === 1;
  return {
    appointmentId: appointment.id,
    title: appointment.title,
    serviceTypeId: serviceType?.id ?? null,
    duration: minutesBetween(appointment.start, appointment.end),
    before: appointment.before,
    after: appointment.after,
    skills: workOrder?.skills ?? serviceType?.skills ?? [],
    capabilities: (workOrder ?? serviceType)?.capabilities ?? null,
    // Of work that flows over several appointments, the first takes the parts and keeps the promised start.
    parts: begins
      ? withOrders(workOrder?.parts ?? serviceType?.parts ?? [], workOrder?.ordered ?? appointment.ordered)
      : [],
    windows: begins ? (workOrder?.windows ?? []) : [],
    due: workOrder?.due ?? null,
    priority: appointment.priority,
    preferredTechnicians: workOrder?.preferredTechnicians ?? [],
    forbiddenTechnicians: workOrder?.forbiddenTechnicians ?? [],
    place: appointment.place,
    durationRange: appointment.segment === null ? rangeOf(source.kind) : null,
    askedAt: workOrder?.openedAt ?? now,
  };
}

/** Reads what belongs to an appointment and says what it asks. */
export async function loadAppointmentNeeds(
  read: Reader,
  appointment: Appointment,
  now: Instant,
): Promise<{ readonly needs: PlacementNeeds; readonly source: WorkSource }> {
  const { workOrderId } = appointment;
  const workOrder = workOrderId === null ? undefined : await read.get('workOrder', workOrderId);
  const source = await loadWorkSource(read, {
    workOrder: workOrder ?? null,
    serviceTypeId: appointment.serviceTypeId,
    kindId: appointment.kindId,
    locationId: appointment.locationId,
  });
  return { needs: needsOfAppointment(appointment, source, now), source };
}

/** The needs of whatever a query names; refused with the field when it is not there. */
export async function loadNeeds(read: Reader, scene: Scene, work: WorkNamed): Promise<Outcome<Needs, Refusal>> {
  if ('workOrderId' in work) {
    const workOrder = await read.get('workOrder', work.workOrderId);
    if (workOrder === undefined) return missing('workOrder', work.workOrderId, 'workOrderId');
    const source = await loadWorkSource(read, { workOrder });
    return accept({ locationId: workOrder.locationId, needs: needsOfWorkOrder(workOrder, source) });
  }
  if ('appointmentId' in work) {
    const appointment = await read.get('appointment', work.appointmentId);
    if (appointment === undefined) return missing('appointment', work.appointmentId, 'appointmentId');
    const { needs } = await loadAppointmentNeeds(read, appointment, scene.now);
    return accept({ locationId: appointment.locationId, needs });
  }
  const serviceType = await read.get('serviceType', work.serviceTypeId);
  if (serviceType === undefined) return missing('serviceType', work.serviceTypeId, 'serviceTypeId');
  const location = await read.get('location', work.locationId);
  if (location === undefined) return missing('location', work.locationId, 'locationId');
  const customer = work.customerId === null ? undefined : await read.get('customer', work.customerId);
  if (work.customerId !== null && customer === undefined) return missing('customer', work.customerId, 'customerId');
  const { id: locationId } = location;
  const source = await loadWorkSource(read, { workOrder: null, serviceTypeId: serviceType.id, locationId });
  const needs = needsOfServiceType(serviceType, source, customer ?? null, scene.now);
  return accept({ locationId, needs });
}

function missing(
  entity: 'workOrder' | 'appointment' | 'serviceType' | 'location' | 'customer',
  id: string,
  field: string,
): Outcome<never, Refusal> {
  return refuse({ kind: 'not-found', entity, id, field: `work.${field}` });
}
