import { accept } from '../../../kernel/outcome.ts';
import type { OccurrenceView } from '../../../contract/views/series-view.ts';
import { occurrencesWithin } from '../../../domain/series/occurrences.ts';
import type { Series } from '../../../domain/series/series.ts';
import { LATEST, addMinutes, instant, range } from '../../../domain/time/instant.ts';
import { found } from '../../refusals.ts';
import type { Answerer, Scene } from '../../use-case.ts';
import { viewOf } from './occurrences.ts';

const DAY = 24 * 60;
/** How far ahead the next occurrence is looked for, in growing steps: the nearest is mostly near. */
const STEPS = [14 * DAY, 100 * DAY, 800 * DAY, 10_000 * DAY];

export const seriesList: Answerer<'seriesList'> = async (read, input, scene) => {
  const location = await found(read, 'location', input.locationId, 'locationId');
  if (!location.ok) return location;
  const all = (await read.all('series')).filter((series) => series.locationId === input.locationId);
  const views = all.map((series) => ({ series, next: nextOf(scene, series) }));
  const wanted = views.filter(({ series, next }) => input.ended || (series.active && next !== null));
  return accept(wanted.toSorted((a, b) => (a.series.name < b.series.name ? -1 : 1)));
};

function nextOf(scene: Scene, series: Series): OccurrenceView | null {
  if (!series.active) return null;
  const compiled = scene.recurrences.compiled(series);
  for (const step of STEPS) {
    const until = instant(Math.min(LATEST, addMinutes(scene.now, step)));
    const [next] = occurrencesWithin(compiled, scene.surroundings.zones, range(scene.now, until));
    if (next !== undefined) return viewOf(series, next);
  }
  return null;
}
