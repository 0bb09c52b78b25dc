import type { Coordinates, Location } from '../../../domain/organization/location.ts';
import type { ResourceId } from '../../../domain/resources/resource.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { Appointment, AppointmentState } from '../../../domain/work/appointment.ts';

/** What the board and the paper show: a hold that ran out is a request again. */
export function shownState(appointment: Appointment, now: Instant): AppointmentState {
  const { state } = appointment;
  return state.status === 'held' && state.until <= now ? { status: 'requested', approval: 'none' } : state;
}

/** Somebody goes there, is there or was there. */
export function isVisited(state: AppointmentState): boolean {
  return (
    state.status === 'held' ||
    state.status === 'confirmed' ||
    state.status === 'in-progress' ||
    state.status === 'completed'
  );
}

/** Where the work happens. */
export function coordinatesOf(appointment: Appointment, location: Location): Coordinates {
  return appointment.place?.coordinates ?? location.coordinates;
}

/** Appointments by the resources they claim, in the order given. */
export function byResource(appointments: readonly Appointment[]): ReadonlyMap<ResourceId, readonly Appointment[]> {
  const lists = new Map<ResourceId, Appointment[]>();
  for (const appointment of appointments) {
    for (const { resourceId } of appointment.claims) {
      const list = lists.get(resourceId);
      // Two claims of one appointment on one resource are one visit.
      if (list === undefined) lists.set(resourceId, [appointment]);
      else if (list.at(-1) !== appointment) list.push(appointment);
    }
  }
  return lists;
}
