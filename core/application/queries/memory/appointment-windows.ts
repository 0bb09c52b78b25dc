import { addMinutes, type InstantRange } from '../../../domain/time/instant.ts';
import type { LocationId } from '../../../domain/organization/location.ts';
import type { ResourceId } from '../../../domain/resources/resource.ts';
import type { Appointment } from '../../../domain/work/appointment.ts';
import type { Reader } from '../../ports/store.ts';

/** Windows kept: a board and its neighbours while paging, the tray's, and those that slots are looked for in. */
const MOST_WINDOWS = 8;

interface Window {
  readonly belongs: (appointment: Appointment) => boolean;
  appointments: readonly Appointment[];
  /** Rows that changed since. */
  readonly stale: Set<string>;
}

/** Appointments of stretches of time, kept and mended row by row as the log moves on. */
export interface AppointmentWindows {
  at(read: Reader, location: LocationId, range: InstantRange): Promise<readonly Appointment[]>;
  occupying(read: Reader, resources: readonly ResourceId[], range: InstantRange): Promise<readonly Appointment[]>;
  /** Another version of the row may be there now. */
  touch(id: string): void;
  clear(): void;
}

/** `known` tells the place in the log that all touches so far lead up to. */
export function createWindows(known: () => number): AppointmentWindows {
  const windows = new Map<string, Window>();

  async function mend(read: Reader, window: Window): Promise<readonly Appointment[]> {
    if (window.stale.size === 0) return window.appointments;
    const asOf = known();
    const changed = new Set(window.stale);
    const rows = await read.getMany('appointment', [...changed]);
    const kept = window.appointments.filter((one) => !changed.has(one.id));
    const mended = [...kept, ...rows.filter(window.belongs)].toSorted(byStart);
    if (asOf === known()) {
      window.appointments = mended;
      for (const id of changed) window.stale.delete(id);
    }
    return mended;
  }

  async function get(
    read: Reader,
    key: string,
    load: () => Promise<readonly Appointment[]>,
    belongs: Window['belongs'],
  ): Promise<readonly Appointment[]> {
    const kept = windows.get(key);
    if (kept !== undefined) {
      windows.delete(key);
      windows.set(key, kept);
      return mend(read, kept);
    }
    const asOf = known();
    const appointments = await load();
    if (asOf === known()) {
      windows.set(key, { belongs, appointments, stale: new Set() });
      const oldest = windows.keys().next().value;
      if (windows.size > MOST_WINDOWS && oldest !== undefined) windows.delete(oldest);
    }
    return appointments;
  }

  return {
    at: (read, location, range) =>
      get(
        read,
        `at ${location} ${range.from} ${range.to}`,
        () => read.appointmentsAt(location, range),
        (one) => one.locationId === location && touches(one, range),
      ),
    occupying: (read, resources, range) => {
      const claimed = new Set<ResourceId>(resources);
      return get(
        read,
        `occupying ${range.from} ${range.to} ${resources.join(' ')}`,
        () => read.occupying(resources, range),
        (one) => takesPlace(one) && touches(one, range) && one.claims.some((claim) => claimed.has(claim.resourceId)),
      );
    },
    touch: (id) => {
      for (const window of windows.values()) window.stale.add(id);
    },
    clear: () => {
      windows.clear();
    },
  };
}

/** The store's own test: busy time as planned, buffers included. */
function touches(appointment: Appointment, range: InstantRange): boolean {
  const from = addMinutes(appointment.start, -appointment.before);
  return from < range.to && addMinutes(appointment.end, appointment.after) > range.from;
}

/** The store knows no clock: a hold counts until somebody takes it away. */
function takesPlace({ state }: Appointment): boolean {
  return state.status === 'held' || state.status === 'confirmed' || state.status === 'in-progress';
}

function byStart(a: Appointment, b: Appointment): number {
  return a.start - b.start || (a.id < b.id ? -1 : 1);
}
