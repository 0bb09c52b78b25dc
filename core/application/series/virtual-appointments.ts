import { occurrencesWithin } from '../../domain/series/occurrences.ts';
import type { Series } from '../../domain/series/series.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import type { InstantRange } from '../../domain/time/instant.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import type { Reader } from '../ports/store.ts';
import type { Scene } from '../use-case.ts';
import { appointmentOfOccurrence } from './appointment-of-occurrence.ts';
import { loadSeriesNeeds } from './occurrence-needs.ts';
import { occurrenceClaimId, seriesClaiming } from './virtual-claims.ts';

/** An occurrence as the appointment that it would become; its id is the one under which it takes its lanes. */
export interface VirtualAppointment {
  readonly appointment: Appointment;
  readonly series: Series;
}

/** The occurrences that claim any of the resources, touch the stretch and are no appointments yet, by start. */
export async function virtualAppointments(
  read: Reader,
  scene: Scene,
  resourceIds: ReadonlySet<ResourceId>,
  within: InstantRange,
): Promise<readonly VirtualAppointment[]> {
  const found: VirtualAppointment[] = [];
  for (const series of await seriesClaiming(read, resourceIds)) {
    const compiled = scene.recurrences.compiled(series);
    const wanted = occurrencesWithin(compiled, scene.surroundings.zones, within).filter(({ claims }) =>
      claims.some((claim) => resourceIds.has(claim.resourceId)),
    );
    if (wanted.length === 0) continue;
    const asked = await loadSeriesNeeds(read, scene, series);
    for (const occurrence of wanted) {
      const id = occurrenceClaimId(scene, series.id, occurrence.start);
      const by = { id, claims: occurrence.claims, scene, asked };
      found.push({ series, appointment: appointmentOfOccurrence(series, occurrence, by) });
    }
  }
  return found.toSorted((a, b) => a.appointment.start - b.appointment.start);
}
