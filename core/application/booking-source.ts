import { accept, type Outcome } from '../kernel/outcome.ts';
import type { ParsedArgs } from '../contract/client.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { PlacementNeeds } from '../domain/board/placement.ts';
import type { Location } from '../domain/organization/location.ts';
import { durationOf, range, type Instant } from '../domain/time/instant.ts';
import type { ChainId } from '../domain/work/appointment.ts';
import type { WorkOrder } from '../domain/work/work-order.ts';
import { needsOfPart, placeOf } from './long-work/judge-parts.ts';
import { buffersOf, loadWorkSource, needsOfServiceType, needsOfWorkOrder, type WorkSource } from './needs.ts';
import type { Reader } from './ports/store.ts';
import { found, foundOrNull, invalid } from './refusals.ts';
import { alreadyBooked, liveAppointmentOf, stillOpen } from './work-order-check.ts';

/** What a booking is for, and what that asks of its place. */
export interface BookingSource extends WorkSource {
  readonly location: Location;
  readonly needs: PlacementNeeds;
  /** Work order or service type: somebody has to do it. Otherwise time is booked by itself. */
  readonly isWork: boolean;
}

/** Reads and checks everything a booking names: location, work order, service type, customer and unit. */
export async function loadBookingSource(
  read: Reader,
  args: ParsedArgs<'bookAppointment'>,
  now: Instant,
): Promise<Outcome<BookingSource, Refusal>> {
  const location = await found(read, 'location', args.locationId, 'locationId');
  if (!location.ok) return location;
  const workOrder = await foundOrNull(read, 'workOrder', args.workOrderId, 'workOrderId');
  if (!workOrder.ok) return workOrder;
  if (workOrder.value !== null) {
    const bookable = await checkBookable(read, workOrder.value, location.value, args.segment?.chainId);
    if (!bookable.ok) return bookable;
  }
  const serviceType = await foundOrNull(read, 'serviceType', args.serviceTypeId, 'serviceTypeId');
  if (!serviceType.ok) return serviceType;
  const customer = await foundOrNull(read, 'customer', args.customerId, 'customerId');
  if (!customer.ok) return customer;
  const unit = await foundOrNull(read, 'unit', args.unitId, 'unitId');
  if (!unit.ok) return unit;
  const customerId = workOrder.value?.customerId ?? args.customerId;
  if (unit.value !== null && unit.value.customerId !== customerId)
    return invalid('unitId', 'must be a unit of the customer');
  const { serviceTypeId, locationId } = args;
  const source = await loadWorkSource(read, { workOrder: workOrder.value, serviceTypeId, locationId });
  const isWork = source.workOrder !== null || source.serviceType !== null;
  const asked = needsFor(args, source, customer.value, now);
  const needs = { ...asked, place: args.place ?? asked.place, priority: args.priority ?? asked.priority };
  const part = await needsAsPart(read, args, needs);
  return part.ok ? accept({ ...source, location: location.value, needs: part.value, isWork }) : part;
}

/** Other parts of its own chain do not stand in the way. */
async function checkBookable(
  read: Reader,
  workOrder: WorkOrder,
  location: Location,
  chainId: ChainId | undefined,
): Promise<Outcome<null, Refusal>> {
  if (workOrder.locationId !== location.id) return invalid('locationId', 'must be the location of the work order');
  const open = stillOpen(workOrder);
  if (!open.ok) return open;
  const live = await liveAppointmentOf(read, workOrder);
  const isOwn = live !== undefined && chainId !== undefined && live.segment?.chainId === chainId;
  return live === undefined || isOwn ? accept(null) : alreadyBooked(live.title, live.start);
}

/** A part of long work asks only for what is its own share, and fits the parts that are there. */
async function needsAsPart(
  read: Reader,
  { segment, start, end, locationId, workOrderId }: ParsedArgs<'bookAppointment'>,
  needs: PlacementNeeds,
): Promise<Outcome<PlacementNeeds, Refusal>> {
  if (segment === undefined || segment === null) return accept(needs);
  if (end === null) return invalid('end', 'must be given for a part of long work');
  const { chainId, ordinal, count } = segment;
  const fits = (await read.segmentsOf(chainId)).every(
    (one) =>
      one.locationId === locationId &&
      one.workOrderId === workOrderId &&
      one.segment?.count === count &&
      one.segment.ordinal !== ordinal,
  );
  if (!fits) return invalid('segment', 'must fit the other parts of its chain');
  return accept(needsOfPart(needs, range(start, end), placeOf(ordinal - 1, count)));
}

function needsFor(
  args: ParsedArgs<'bookAppointment'>,
  source: WorkSource,
  customer: Parameters<typeof needsOfServiceType>[2],
  now: Instant,
): PlacementNeeds {
  const { start, end } = args;
  if (source.workOrder !== null) return needsOfWorkOrder(source.workOrder, source);
  if (source.serviceType !== null) return needsOfServiceType(source.serviceType, source, customer, now);
  return {
    appointmentId: null,
    title: args.title,
    serviceTypeId: null,
    duration: durationOf(range(start, end ?? start)),
    ...buffersOf(source),
    skills: [],
    capabilities: null,
    parts: [],
    windows: [],
    due: null,
    priority: 'normal',
    preferredTechnicians: [],
    forbiddenTechnicians: [],
    place: null,
    durationRange: null,
    askedAt: now,
  };
}
