import { samePlace } from '../../../domain/board/travel.ts';
import type { Location } from '../../../domain/organization/location.ts';
import type { Resource } from '../../../domain/resources/resource.ts';
import { minutes, type InstantRange } from '../../../domain/time/instant.ts';
import type { Appointment, AppointmentId } from '../../../domain/work/appointment.ts';
import { leadOf } from '../../../domain/work/status-machine.ts';
import type { LocalDays } from '../../hours-cache.ts';
import type { Scene } from '../../use-case.ts';
import { driveOf } from './drive.ts';
import { legsOf, type Leg, type Stop } from './legs.ts';
import { coordinatesOf, isVisited, shownState } from './visits.ts';
import { workDays } from './work-days.ts';

export interface LegFacts {
  readonly scene: Scene;
  readonly location: Location;
  readonly local: LocalDays;
  readonly days: readonly InstantRange[];
}

export interface Visit {
  readonly appointment: Appointment;
  readonly leg: Leg;
}

const STAYS: Leg = { before: minutes(0), after: minutes(0) };

/** The drives of one technician to everything he or she takes part in. `appointments` are sorted by start. */
export function technicianVisits(
  resource: Resource,
  appointments: readonly Appointment[],
  facts: LegFacts,
): readonly Visit[] {
  if (resource.kind !== 'technician') return [];
  const { scene, location } = facts;
  const visited: Appointment[] = [];
  const stops: Stop[] = [];
  for (const appointment of appointments) {
    const state = shownState(appointment, scene.now);
    const tentative = state.status === 'requested';
    if (!tentative && !isVisited(state)) continue;
    visited.push(appointment);
    stops.push({ start: appointment.start, at: coordinatesOf(appointment, location), tentative });
  }
  const home = resource.homeBase ?? location.coordinates;
  if (stops.every((stop) => samePlace(stop.at, home)))
    return visited.map((appointment) => ({ appointment, leg: STAYS }));
  const shifts = scene.hours.shifts(facts.local, resource.hours, resource.overrides, resource.breaks);
  const legs = legsOf(stops, workDays(facts.days, shifts), home, driveOf(location));
  return visited.flatMap((appointment, index) => {
    const leg = legs[index];
    return leg === undefined ? [] : [{ appointment, leg }];
  });
}

/** The same for whole lanes, as the board draws it: each appointment's drive on its lead's lane. */
export function leadLegs(
  resources: readonly Resource[],
  lists: ReadonlyMap<string, readonly Appointment[]>,
  facts: LegFacts,
): ReadonlyMap<AppointmentId, Leg> {
  const legs = new Map<AppointmentId, Leg>();
  for (const resource of resources) {
    for (const { appointment, leg } of technicianVisits(resource, lists.get(resource.id) ?? [], facts)) {
      if (leg.before === 0 && leg.after === 0) continue;
      if (leadOf(appointment.claims)?.resourceId === resource.id) legs.set(appointment.id, leg);
    }
  }
  return legs;
}
