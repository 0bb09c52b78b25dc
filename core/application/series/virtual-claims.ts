import type { BusyClaim } from '../../domain/board/placement-context.ts';
import type { Coordinates, LocationId } from '../../domain/organization/location.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import { occurrencesWithin } from '../../domain/series/occurrences.ts';
import type { Series, WallText } from '../../domain/series/series.ts';
import { addMinutes, range, type InstantRange } from '../../domain/time/instant.ts';
import type { AppointmentId, ClaimRole, SeriesId } from '../../domain/work/appointment.ts';
import { derivedId } from '../derived-id.ts';
import type { Reader } from '../ports/store.ts';
import type { Scene } from '../use-case.ts';

/** A claim that no appointment makes, with the resource it is on. */
export interface VirtualClaim {
  readonly resourceId: ResourceId;
  readonly seriesId: SeriesId;
  /** The occurrence's original local start. */
  readonly occurrence: WallText;
  readonly role: ClaimRole;
  readonly claim: BusyClaim;
}

/**
 * The id under which an occurrence occupies before it is an appointment: derived from series and original start, so
 * it is the same for everybody and always. No appointment has it; placement needs that carry it ignore the
 * occurrence.
 */
export function occurrenceClaimId(scene: Scene, seriesId: SeriesId, start: WallText): AppointmentId {
  return derivedId<'appointment'>(scene, 'appointment', seriesId, start);
}

/** The active series that claim any of the resources, also for one occurrence alone. */
export async function seriesClaiming(read: Reader, resourceIds: ReadonlySet<ResourceId>): Promise<readonly Series[]> {
  const all = await read.all('series');
  return all.filter((series) => series.active && claimedIds(series).some((id) => resourceIds.has(id)));
}

/** What occurrences take of the resources in the stretch. What is over no longer stands in anybody's way. */
export function virtualClaims(
  scene: Scene,
  series: readonly Series[],
  resourceIds: ReadonlySet<ResourceId>,
  sites: ReadonlyMap<LocationId, Coordinates>,
  stretch: InstantRange,
): readonly VirtualClaim[] {
  const found: VirtualClaim[] = [];
  for (const one of series) {
    const at = one.place?.coordinates ?? sites.get(one.locationId);
    if (at === undefined) continue;
    const touching = range(addMinutes(stretch.from, -one.after), addMinutes(stretch.to, one.before));
    const compiled = scene.recurrences.compiled(one);
    for (const { start, range: time, claims } of occurrencesWithin(compiled, scene.surroundings.zones, touching)) {
      if (time.to <= scene.now) continue;
      const wanted = claims.filter((claim) => resourceIds.has(claim.resourceId));
      if (wanted.length === 0) continue;
      const busy = {
        from: addMinutes(time.from, -one.before),
        to: addMinutes(time.to, one.after),
        appointmentId: occurrenceClaimId(scene, one.id, start),
        title: one.name,
        start: time.from,
        end: time.to,
        at,
        pinned: true,
      };
      for (const { resourceId, role, units } of wanted)
        found.push({ resourceId, seriesId: one.id, occurrence: start, role, claim: { ...busy, units } });
    }
  }
  return found;
}

/** The same for whoever knows neither the series nor the places, by start. */
export async function virtualClaimsOn(
  read: Reader,
  scene: Scene,
  resourceIds: ReadonlySet<ResourceId>,
  stretch: InstantRange,
): Promise<readonly VirtualClaim[]> {
  const series = await seriesClaiming(read, resourceIds);
  if (series.length === 0) return [];
  const sites = new Map((await read.all('location')).map((one) => [one.id, one.coordinates]));
  const claims = virtualClaims(scene, series, resourceIds, sites, stretch);
  return claims.toSorted((a, b) => a.claim.start - b.claim.start);
}

function claimedIds(series: Series): readonly ResourceId[] {
  const own = series.exceptions.flatMap((one) => (one.change === 'moved' ? (one.claims ?? []) : []));
  return [...series.claims, ...own].map((claim) => claim.resourceId);
}
