import { accept, type Outcome } from '../../kernel/outcome.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { update } from '../../domain/ops/op.ts';
import { cancelOccurrence, changeOccurrence } from '../../domain/series/exceptions.ts';
import type { Occurrence } from '../../domain/series/occurrences.ts';
import type { Series, WallText } from '../../domain/series/series.ts';
import { wallOf, wallText } from '../../domain/series/wall-text.ts';
import { addMinutes, durationOf, type Minutes } from '../../domain/time/instant.ts';
import type { Claim } from '../../domain/work/appointment.ts';
import { checkClaims, checkTimes } from '../claims-check.ts';
import { findPlace, type FoundPlace } from '../place.ts';
import type { Reader } from '../ports/store.ts';
import { decide, found } from '../refusals.ts';
import type { Decision, Scene } from '../use-case.ts';
import { loadSeriesNeeds, needsOfOccurrence } from './occurrence-needs.ts';

/** What becomes of one occurrence; null keeps. */
export interface OneChange {
  readonly start: WallText | null;
  readonly duration: Minutes | null;
  /** Checked. */
  readonly claims: readonly Claim[] | null;
}

export function skipOne(series: Series, occurrence: Occurrence): Outcome<Decision, Refusal> {
  return decide(series.name, [update('series', series, cancelOccurrence(series, occurrence.start))]);
}

/** One occurrence at another time, longer or with others: a placement, judged by the rulebook like any. */
export async function changeOne(
  read: Reader,
  scene: Scene,
  series: Series,
  occurrence: Occurrence,
  change: OneChange,
): Promise<Outcome<Decision, Refusal>> {
  const { zones } = scene.surroundings;
  const from = change.start === null ? occurrence.range.from : zones.atWall(series.zone, wallOf(change.start));
  const duration = change.duration ?? durationOf(occurrence.range);
  const changed: Occurrence = {
    ...occurrence,
    range: { from, to: addMinutes(from, duration) },
    claims: change.claims ?? occurrence.claims,
  };
  const times = checkTimes(changed.range.from, changed.range.to);
  if (!times.ok) return times;
  const place = await judged(read, scene, series, changed, from === occurrence.range.from);
  if (!place.ok) return place;
  const to = wallText(zones.wallAt(series.zone, from));
  const after = changeOccurrence(series, occurrence.start, {
    ...(change.start === null ? {} : { to: change.start }),
    ...(change.duration === null ? {} : { duration }),
    ...(change.claims === null ? {} : { claims: change.claims }),
  });
  return decide(`${series.name} ${to}`, [update('series', series, after)], { overrode: place.value.overrode });
}

async function judged(
  read: Reader,
  scene: Scene,
  series: Series,
  { start, range, claims }: Occurrence,
  recording: boolean,
): Promise<Outcome<FoundPlace, Refusal>> {
  if (claims.length === 0) return accept({ claims, overrode: [] });
  const location = await found(read, 'location', series.locationId, 'seriesId');
  if (!location.ok) return location;
  const checked = await checkClaims(read, claims, series.locationId);
  if (!checked.ok) return checked;
  const asked = await loadSeriesNeeds(read, scene, series);
  const needs = needsOfOccurrence(scene, asked, series, start, durationOf(range));
  return findPlace(read, scene, {
    ...checked.value,
    location: location.value,
    organization: asked.source.organization,
    needs,
    start: range.from,
    end: range.to,
    find: null,
    kept: null,
    recording,
  });
}
