import { occurrencesWithin, type Occurrence } from '../../domain/series/occurrences.ts';
import type { Series } from '../../domain/series/series.ts';
import { LATEST, addMinutes, instant, range } from '../../domain/time/instant.ts';
import type { Scene } from '../use-case.ts';

const DAY = 24 * 60;
/** How far ahead it is looked for, in growing steps: the nearest is mostly near. */
const STEPS = [14 * DAY, 100 * DAY, 800 * DAY, 100 * 366 * DAY];

/** The occurrence that is underway or comes next and is no appointment; undefined when the series has no more. */
export function nextOccurrence(scene: Scene, series: Series): Occurrence | undefined {
  if (!series.active) return undefined;
  const compiled = scene.recurrences.compiled(series);
  for (const step of STEPS) {
    const until = instant(Math.min(LATEST, addMinutes(scene.now, step)));
    const [next] = occurrencesWithin(compiled, scene.surroundings.zones, range(scene.now, until));
    if (next !== undefined) return next;
  }
  return undefined;
}
