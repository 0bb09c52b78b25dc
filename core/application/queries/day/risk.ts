import { expectedTimes, type RippleVisit } from '../../../domain/board/ripple.ts';
import type { TravelTime } from '../../../domain/board/travel.ts';
import type { ResourceId } from '../../../domain/resources/resource.ts';
import type { Location } from '../../../domain/organization/location.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { Appointment, AppointmentId } from '../../../domain/work/appointment.ts';
import type { Reader } from '../../ports/store.ts';
import { coordinatesOf, shownState } from './visits.ts';

export interface RiskFacts {
  readonly location: Location;
  readonly now: Instant;
  readonly dueOf: (appointment: Appointment) => Instant | null;
  readonly drive: TravelTime;
  readonly capacityOf: (resourceId: ResourceId) => number;
}

/**
 * Promises that are broken, or that an overrun or a late start will break: the time by which it was to be done, and
 * the start a customer was given, when what comes before will last longer. `appointments` are sorted by start.
 * Finished work is no longer a promise.
 */
export function promisesAtRisk(appointments: readonly Appointment[], facts: RiskFacts): ReadonlySet<AppointmentId> {
  const { location, now, drive, capacityOf } = facts;
  const visits = appointments.map((one) => rippleVisit(one, location, now));
  const expected = expectedTimes(visits, { now, drive, capacityOf });
  const risky = new Set<AppointmentId>();
  for (const appointment of appointments) {
    const times = expected.get(appointment.id);
    if (times === undefined || !times.open) continue;
    const due = facts.dueOf(appointment);
    const late = due !== null && times.end > due;
    if (late || (times.pushedBy !== null && appointment.customerId !== null)) risky.add(appointment.id);
  }
  return risky;
}

/** An appointment as the ripple sees it. */
export function rippleVisit(appointment: Appointment, location: Location, now: Instant): RippleVisit {
  const { id, start, end, claims } = appointment;
  const state = shownState(appointment, now);
  return { id, start, end, claims, state, at: coordinatesOf(appointment, location) };
}

/** How many units each resource has. */
export async function loadCapacities(read: Reader): Promise<RiskFacts['capacityOf']> {
  const capacities = new Map((await read.all('resource')).map((one) => [one.id, one.capacity]));
  return (id) => capacities.get(id) ?? 1;
}
