import { accept } from '../../../kernel/outcome.ts';
import { found } from '../../refusals.ts';
import { nextOccurrence } from '../../series/next-occurrence.ts';
import type { Answerer } from '../../use-case.ts';
import { eyesOf } from '../privacy/eyes.ts';
import { seenSeries } from '../privacy/seen-rows.ts';
import { viewOf } from './occurrences.ts';

export const seriesList: Answerer<'seriesList'> = async (read, input, scene) => {
  const location = await found(read, 'location', input.locationId, 'locationId');
  if (!location.ok) return location;
  const all = (await read.all('series')).filter((series) => series.locationId === input.locationId);
  const eyes = eyesOf(scene);
  const views = all.map((series) => {
    const next = nextOccurrence(scene, series);
    return { series: seenSeries(eyes, series), next: next === undefined ? null : viewOf(series, next) };
  });
  const wanted = views.filter(({ next }) => input.ended || next !== null);
  return accept(wanted.toSorted((a, b) => (a.series.name < b.series.name ? -1 : 1)));
};
