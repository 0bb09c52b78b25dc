import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { ParsedArgs } from '../contract/client.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { Location } from '../domain/organization/location.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Appointment, AppointmentStatus } from '../domain/work/appointment.ts';
import type { WorkOrder } from '../domain/work/work-order.ts';
import type { Reader } from './ports/store.ts';
import { found, foundAll, foundOrNull, invalid } from './refusals.ts';

/** Everything a work order names must be there, and the unit must be the customer's. Answers its location. */
export async function checkWorkOrder(
  read: Reader,
  args: ParsedArgs<'openWorkOrder'>,
): Promise<Outcome<Location, Refusal>> {
  const location = await found(read, 'location', args.locationId, 'locationId');
  if (!location.ok) return location;
  const customer = await foundOrNull(read, 'customer', args.customerId, 'customerId');
  if (!customer.ok) return customer;
  const unit = await foundOrNull(read, 'unit', args.unitId, 'unitId');
  if (!unit.ok) return unit;
  if (unit.value !== null && unit.value.customerId !== args.customerId)
    return invalid('unitId', 'must be a unit of the customer');
  const serviceType = await foundOrNull(read, 'serviceType', args.serviceTypeId, 'serviceTypeId');
  if (!serviceType.ok) return serviceType;
  const partIds = args.parts.map((need) => need.partId);
  const parts = await foundAll(read, 'part', partIds, (index) => `parts.${index}.partId`);
  if (!parts.ok) return parts;
  for (const field of ['preferredTechnicians', 'forbiddenTechnicians'] as const) {
    const technicians = await foundAll(read, 'resource', args[field], (index) => `${field}.${index}`);
    if (!technicians.ok) return technicians;
    const wrong = technicians.value.findIndex((resource) => resource.kind !== 'technician');
    if (wrong >= 0) return invalid(`${field}.${wrong}`, 'must be a technician');
  }
  return location;
}

/** Only open work can be changed, booked or cancelled. */
export function stillOpen(workOrder: WorkOrder): Outcome<null, Refusal> {
  switch (workOrder.state.status) {
    case 'open':
      return accept(null);
    case 'done':
      return refuse({ kind: 'final-status', title: workOrder.title, status: 'completed' });
    case 'cancelled':
      return refuse({ kind: 'final-status', title: workOrder.title, status: 'cancelled' });
  }
}

const LIVE: readonly AppointmentStatus[] = ['requested', 'held', 'confirmed', 'in-progress'];

/** The appointment that stands for the work order now, if any; of several parts the first. */
export async function liveAppointmentOf(read: Reader, workOrder: WorkOrder): Promise<Appointment | undefined> {
  return (await liveAppointmentsOf(read, workOrder))[0];
}

/** What stands for the work order now, by start: work that flows over several appointments has more than one. */
export async function liveAppointmentsOf(read: Reader, workOrder: WorkOrder): Promise<readonly Appointment[]> {
  const appointments = await read.appointmentsOf(workOrder.id);
  return appointments.filter((appointment) => LIVE.includes(appointment.state.status));
}

export function alreadyBooked(title: string, start: Instant): Outcome<never, Refusal> {
  return refuse({ kind: 'already-booked', title, start });
}
