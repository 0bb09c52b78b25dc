import { accept, type Outcome } from '../../kernel/outcome.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { occurrenceAt, type Occurrence } from '../../domain/series/occurrences.ts';
import type { Series, WallText } from '../../domain/series/series.ts';
import type { SeriesId } from '../../domain/work/appointment.ts';
import type { Reader } from '../ports/store.ts';
import { found, invalid } from '../refusals.ts';
import type { Scene } from '../use-case.ts';

/**
 * An occurrence as commands name it: refused when its series has none then, or it is cancelled or an appointment
 * already.
 */
export async function foundOccurrence(
  read: Reader,
  scene: Scene,
  named: { readonly seriesId: SeriesId; readonly occurrence: WallText },
): Promise<Outcome<{ readonly series: Series; readonly occurrence: Occurrence }, Refusal>> {
  const series = await found(read, 'series', named.seriesId, 'seriesId');
  if (!series.ok) return series;
  const compiled = scene.recurrences.compiled(series.value);
  const occurrence = occurrenceAt(compiled, scene.surroundings.zones, named.occurrence);
  if (occurrence !== undefined) return accept({ series: series.value, occurrence });
  const change = compiled.exceptions.get(named.occurrence)?.change;
  if (change === 'appointment') return invalid('occurrence', 'must not be an appointment already');
  if (change === 'cancelled') return invalid('occurrence', 'must not be cancelled');
  return invalid('occurrence', 'must be a start of the series');
}
