import type { LocationId } from '../../../domain/organization/location.ts';
import type { Absence, Resource, ResourceId } from '../../../domain/resources/resource.ts';
import type { InstantRange } from '../../../domain/time/instant.ts';
import type { Appointment } from '../../../domain/work/appointment.ts';
import { busyRange } from '../../../domain/work/status-machine.ts';
import { clip } from '../../hours-cache.ts';
import type { Reader } from '../../ports/store.ts';
import type { Scene } from '../../use-case.ts';

/** Everything but what is called off, by start; work that overruns into the range too. */
export async function shownAppointments(
  read: Reader,
  scene: Scene,
  locationId: LocationId,
  within: InstantRange,
): Promise<readonly Appointment[]> {
  const planned = await read.appointmentsAt(locationId, within);
  const underway = within.from < scene.now ? await read.inStatus(locationId, 'in-progress') : [];
  const overruns = underway.filter((one) => one.start < within.from && clip(busyRange(one, scene.now), within));
  const shown = planned.filter((one) => one.state.status !== 'cancelled');
  if (overruns.length === 0) return shown;
  const known = new Set(shown.map((one) => one.id));
  const late = overruns.filter((one) => !known.has(one.id));
  return [...late, ...shown].toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
}

export async function absencesOf(
  read: Reader,
  resources: readonly Resource[],
  within: InstantRange,
): Promise<ReadonlyMap<ResourceId, readonly Absence[]>> {
  const ids = resources.map((resource) => resource.id);
  return Map.groupBy(ids.length === 0 ? [] : await read.absences(ids, within), (absence) => absence.resourceId);
}
