import { accept } from '../../../kernel/outcome.ts';
import { asId } from '../../../kernel/id.ts';
import { found, foundOrNull } from '../../refusals.ts';
import { previewSeries } from '../../series/preview.ts';
import { seriesFrom } from '../../series/series-check.ts';
import type { Answerer } from '../../use-case.ts';

/** A series that nobody has saved has no id of its own; no row has this one. */
const UNSAVED = asId<'series'>('00000000-0000-0000-0000-000000000000');

/** The exceptions of the series it would replace are kept out: what is previewed is the plain rule. */
export const seriesPreview: Answerer<'seriesPreview'> = async (read, input, scene) => {
  const { replaces, ...fields } = input;
  const location = await found(read, 'location', input.locationId, 'locationId');
  if (!location.ok) return location;
  const old = await foundOrNull(read, 'series', replaces, 'replaces');
  if (!old.ok) return old;
  const series = await seriesFrom(read, scene, UNSAVED, fields);
  if (!series.ok) return series;
  const ids = replaces === null ? [] : [replaces];
  const asked = { location: location.value, series: series.value, replaces: ids, propose: true };
  return accept(await previewSeries(read, scene, asked));
};
