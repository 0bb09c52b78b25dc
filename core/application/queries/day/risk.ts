import type { Coordinates, Location } from '../../../domain/organization/location.ts';
import type { ResourceId } from '../../../domain/resources/resource.ts';
import { MINUTE, type Instant, type Minutes } from '../../../domain/time/instant.ts';
import type { Appointment, AppointmentId, Claim } from '../../../domain/work/appointment.ts';
import { coordinatesOf, shownState } from './visits.ts';

/** When a resource will really be free, and where it is then. */
interface Free {
  readonly at: number;
  readonly place: Coordinates;
}

export interface RiskFacts {
  readonly location: Location;
  readonly now: Instant;
  readonly dueOf: (appointment: Appointment) => Instant | null;
  readonly drive: (from: Coordinates, to: Coordinates) => Minutes;
}

/**
 * Promises that are broken, or that an overrun or a late start will break: the time by which it was to be done, and
 * the start a customer was given, when what comes before will last longer. `appointments` are sorted by start.
 * Work that is late ends late, and pushes what follows on its technicians and its bay by what the buffer between them
 * and the drive do not absorb. Work that was never started by its planned end says nothing about where its people are,
 * so it pushes nobody. Finished work is no longer a promise.
 */
export function promisesAtRisk(appointments: readonly Appointment[], facts: RiskFacts): ReadonlySet<AppointmentId> {
  const risky = new Set<AppointmentId>();
  const free = new Map<ResourceId, Free>();
  for (const appointment of appointments) {
    const expected = expectedEnd(appointment, free, facts);
    if (expected === undefined) continue;
    const due = facts.dueOf(appointment);
    const late = due !== null && expected.end > due;
    if (expected.open && (late || (expected.pushed && appointment.customerId !== null))) risky.add(appointment.id);
    if (!expected.pushes) continue;
    const place = coordinatesOf(appointment, facts.location);
    for (const claim of appointment.claims) free.set(claim.resourceId, { at: expected.end, place });
  }
  return risky;
}

interface Expected {
  readonly end: number;
  /** Still to be kept. */
  readonly open: boolean;
  readonly pushes: boolean;
  /** What comes before it lasts beyond its start. */
  readonly pushed: boolean;
}

/** Undefined for what is called off. */
function expectedEnd(
  appointment: Appointment,
  free: ReadonlyMap<ResourceId, Free>,
  facts: RiskFacts,
): Expected | undefined {
  const { now } = facts;
  const length = appointment.end - appointment.start;
  const state = shownState(appointment, now);
  switch (state.status) {
    case 'cancelled':
    case 'no-show':
      return undefined;
    case 'completed':
      return { end: state.endedAt, open: false, pushes: true, pushed: false };
    case 'in-progress':
      return { end: Math.max(appointment.end, state.startedAt + length, now), open: true, pushes: true, pushed: false };
    case 'requested':
      return { end: appointment.end, open: true, pushes: false, pushed: false };
    case 'held':
    case 'confirmed': {
      const ready = readyAt(appointment, free, facts);
      const end = Math.max(appointment.start, now, ready) + length;
      return { end, open: true, pushes: appointment.end > now, pushed: ready > appointment.start };
    }
  }
}

/** When everyone and everything it claims can be there. */
function readyAt(appointment: Appointment, free: ReadonlyMap<ResourceId, Free>, facts: RiskFacts): number {
  const place = coordinatesOf(appointment, facts.location);
  let ready = 0;
  for (const claim of appointment.claims) {
    const from = free.get(claim.resourceId);
    if (from === undefined) continue;
    const travel = isPerson(claim) ? facts.drive(from.place, place) : 0;
    ready = Math.max(ready, from.at + travel * MINUTE);
  }
  return ready;
}

export function isPerson(claim: Claim): boolean {
  return claim.role === 'lead' || claim.role === 'assistant';
}
