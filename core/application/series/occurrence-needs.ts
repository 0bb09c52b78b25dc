import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { Series, WallText } from '../../domain/series/series.ts';
import type { Minutes } from '../../domain/time/instant.ts';
import { loadWorkSource, needsOfServiceType, type WorkSource } from '../needs.ts';
import type { Reader } from '../ports/store.ts';
import type { Scene } from '../use-case.ts';
import { occurrenceClaimId } from './virtual-claims.ts';

/** What any occurrence of the series asks of its place. */
export interface SeriesNeeds {
  readonly source: WorkSource;
  readonly needs: Omit<PlacementNeeds, 'appointmentId' | 'duration'>;
}

export async function loadSeriesNeeds(read: Reader, scene: Scene, series: Series): Promise<SeriesNeeds> {
  const { serviceTypeId, locationId } = series;
  const source = await loadWorkSource(read, { workOrder: null, serviceTypeId, locationId });
  const { name: title, before, after, place, priority } = series;
  const { serviceType } = source;
  const asked = serviceType === null ? null : needsOfServiceType(serviceType, source, null, scene.now);
  const own = { title, before, after, place, priority, askedAt: scene.now };
  if (asked !== null) return { source, needs: { ...asked, ...own } };
  const nothing = { skills: [], capabilities: null, parts: [], windows: [], due: null, durationRange: null };
  const anybody = { preferredTechnicians: [], forbiddenTechnicians: [], serviceTypeId: null };
  return { source, needs: { ...nothing, ...anybody, ...own } };
}

/** The same for one occurrence, whose own claims do not stand in its way. */
export function needsOfOccurrence(
  scene: Scene,
  { needs }: SeriesNeeds,
  series: Series,
  start: WallText,
  duration: Minutes,
): PlacementNeeds {
  return { ...needs, appointmentId: occurrenceClaimId(scene, series.id, start), duration };
}
