import type { LocationId } from '../domain/organization/location.ts';
import { addMinutes, instant, MINUTE, type Instant } from '../domain/time/instant.ts';
import type { AppointmentId } from '../domain/work/appointment.ts';
import type { WorkOrderId } from '../domain/work/work-order.ts';
import type { Dice } from './dice.ts';
import type { PlannedVisit } from './day-plan.ts';
import { timed, type TimedCommand } from './timed-command.ts';

const CANCELLED = ['Customer sold the vehicle', 'Driver is ill', 'Moved to another workshop', 'Towed by the insurer'];
const HOUR = 60;

/** How one visit came about and went, as commands in the order in which people sent them up to `now`. */
export function livesOf(
  dice: Dice,
  locationId: LocationId,
  visit: PlannedVisit,
  now: Instant,
  options: {
    readonly opened: Instant;
    /** `waits` stands behind an overrun of the same technician and has not begun. */
    readonly course: 'as-planned' | 'overruns' | 'waits';
    readonly withWorkOrder: boolean;
  },
): TimedCommand[] {
  const { start, end } = visit;
  const drawn = dice.below(100);
  // Today is as lively as planned: what is called off belongs to other days.
  const isToday = Math.abs(start - now) < 14 * HOUR * MINUTE;
  const fate = isToday || options.course === 'overruns' ? Math.min(drawn, 93) : drawn;
  const wish = addMinutes(start, -dice.between(20, 9 * 24 * HOUR));
  const bookedAt = instant(
    Math.max(options.opened, Math.min(wish, addMinutes(now, -dice.between(20, 600)), addMinutes(start, -20))),
  );
  const id = dice.id<'appointment'>(bookedAt);
  const future = start > now;
  // A few of the coming ones are only requested; the rest is firm.
  const as = future && fate < 6 ? 'requested' : 'confirmed';
  // Work at a customer's place takes the place from its work order.
  const needsOrder = options.withWorkOrder || visit.service?.capabilities === null;
  const workOrderId = visit.service !== null && needsOrder ? dice.id<'work-order'>(bookedAt) : null;
  const commands = booking(dice, locationId, visit, bookedAt, { id, as, workOrderId });
  if (fate >= 97 && bookedAt < addMinutes(start, -60)) {
    const before = instant(Math.min(addMinutes(start, -30), addMinutes(now, -1)));
    const at = instant(Math.max(before, bookedAt));
    const reason = dice.pick(CANCELLED);
    const lapses = workOrderId !== null && start < now;
    const cancelled = [timed(at, 'cancelAppointment', { id, reason })];
    return [...commands, ...cancelled, ...(lapses ? [timed(at, 'cancelWorkOrder', { id: workOrderId, reason })] : [])];
  }
  if (future || options.course === 'waits' || addMinutes(start, 4) > now) return commands;
  if (fate >= 94 && end <= now && visit.service !== null)
    return [...commands, timed(addMinutes(start, 30), 'markNoShow', { id })];
  const began = instant(Math.min(addMinutes(start, dice.between(0, 4)), now));
  commands.push(timed(began, 'startAppointment', { id, at: began }));
  // It never ends later than its plan: the next one of the same lane would have to wait.
  const finished = addMinutes(end, -dice.between(0, 12));
  if (finished <= now && options.course === 'as-planned')
    commands.push(timed(finished, 'completeAppointment', { id, at: finished }));
  return commands;
}

/** The call and the booking that came of it. */
export function booking(
  dice: Dice,
  locationId: LocationId,
  visit: PlannedVisit,
  at: Instant,
  made: {
    readonly id: AppointmentId;
    readonly as: 'requested' | 'held' | 'confirmed';
    /** Null books without one. */
    readonly workOrderId: WorkOrderId | null;
  },
): TimedCommand[] {
  const { service, customer, start, end, title } = visit;
  const { id, as, workOrderId } = made;
  const claims = [
    { resourceId: visit.technicianId, role: 'lead' as const, units: 1 },
    ...(visit.bayId === null ? [] : [{ resourceId: visit.bayId, role: 'bay' as const, units: 1 }]),
  ];
  const unitId = customer === null ? null : dice.pick(customer.units);
  const shared = { id, locationId, start, end, claims, as, participants: [], description: '', recording: false };
  if (service === null || customer === null || workOrderId === null) {
    const whose = { serviceTypeId: service?.id ?? null, customerId: customer?.id ?? null, unitId };
    return [timed(at, 'bookAppointment', { ...shared, ...whose, title, workOrderId: null, reservationIds: [] })];
  }
  const promised = dice.chance(0.5) ? addMinutes(end, dice.between(1, 12) * 30) : null;
  const order = timed(at, 'openWorkOrder', {
    id: workOrderId,
    locationId,
    title,
    description: dice.pick(service.faults),
    customerId: customer.id,
    unitId,
    serviceTypeId: service.id,
    priority: service.priority,
    duration: service.duration,
    skills: [...service.skills],
    capabilities: service.capabilities === null ? null : [...service.capabilities],
    parts: [...service.parts],
    windows: [],
    due: promised,
    preferredTechnicians: [],
    forbiddenTechnicians: [],
    place: service.capabilities === null ? { address: customer.address, coordinates: customer.coordinates } : null,
  });
  const whose = { serviceTypeId: null, customerId: null, unitId: null };
  const reservationIds = service.parts.map(() => dice.id<'reservation'>(at));
  return [order, timed(at, 'bookAppointment', { ...shared, ...whose, title: '', workOrderId, reservationIds })];
}
