import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import type { Customer } from '../../domain/work/customer.ts';
import type { WaitlistEntry } from '../../domain/work/waitlist-entry.ts';
import type { WishWithNeeds } from '../../planning/waitlist/best-match.ts';
import { buffersOf, loadAppointmentNeeds, loadWorkSource, needsOfServiceType, needsOfWorkOrder } from '../needs.ts';
import type { Reader } from '../ports/store.ts';
import type { Scene } from '../use-case.ts';
import { liveAppointmentOf } from '../work-order-check.ts';
import { keptOf } from './lost-request.ts';

/**
 * What an entry asks of a place: what its work order, its service type or the request it lost asks, with its own length,
 * windows and preferences. Null when its work has found a place meanwhile or is not to be done any more.
 */
export async function loadWish(read: Reader, scene: Scene, entry: WaitlistEntry): Promise<WishWithNeeds | null> {
  const customer = entry.customerId === null ? undefined : await read.get('customer', entry.customerId);
  const lost = await lostBy(read, entry);
  const needs = await needsOf(read, scene, { entry, customer: customer ?? null, lost });
  if (needs === null) return null;
  const { duration, windows, priority, preferredTechnicians } = entry;
  const preferred = preferredTechnicians.length > 0 ? preferredTechnicians : needs.preferredTechnicians;
  return {
    entry: { ...entry, preferredTechnicians: preferred },
    tier: customer?.tier ?? 'standard',
    kept: lost === null ? null : keptOf(lost, needs),
    needs: {
      ...needs,
      appointmentId: null,
      duration,
      priority,
      windows: windows.length > 0 ? windows : needs.windows,
      preferredTechnicians: preferred,
      askedAt: entry.since,
    },
  };
}

/** The request that lost its place; null where the wish came by itself. */
export async function lostBy(
  read: Reader,
  { displaced }: Pick<WaitlistEntry, 'displaced'>,
): Promise<Appointment | null> {
  return displaced === null ? null : ((await read.get('appointment', displaced)) ?? null);
}

async function needsOf(
  read: Reader,
  scene: Scene,
  of: { readonly entry: WaitlistEntry; readonly customer: Customer | null; readonly lost: Appointment | null },
): Promise<PlacementNeeds | null> {
  const { entry, customer, lost } = of;
  if (entry.workOrderId !== null) {
    const workOrder = await read.get('workOrder', entry.workOrderId);
    if (workOrder?.state.status !== 'open' || (await liveAppointmentOf(read, workOrder)) !== undefined) return null;
    return needsOfWorkOrder(workOrder, await loadWorkSource(read, { workOrder }));
  }
  const serviceType = entry.serviceTypeId === null ? undefined : await read.get('serviceType', entry.serviceTypeId);
  if (serviceType !== undefined) {
    const { locationId } = entry;
    const source = await loadWorkSource(read, { workOrder: null, serviceTypeId: serviceType.id, locationId });
    const asked = needsOfServiceType(serviceType, source, customer, scene.now);
    return { ...asked, place: lost?.place ?? asked.place };
  }
  if (lost === null) return null;
  const { needs, source } = await loadAppointmentNeeds(read, lost, scene.now);
  // It is booked anew, with the usual minutes before and after and not as the part of long work that it may have been.
  return { ...needs, ...buffersOf(source) };
}

/** What people call the wish. */
export async function titleOfEntry(read: Reader, entry: WaitlistEntry): Promise<string> {
  const lost = await lostBy(read, entry);
  if (lost !== null) return lost.title;
  const workOrder = entry.workOrderId === null ? undefined : await read.get('workOrder', entry.workOrderId);
  if (workOrder !== undefined) return workOrder.title;
  const serviceType = entry.serviceTypeId === null ? undefined : await read.get('serviceType', entry.serviceTypeId);
  return serviceType?.name ?? entry.note;
}
