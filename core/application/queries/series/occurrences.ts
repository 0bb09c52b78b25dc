import { accept } from '../../../kernel/outcome.ts';
import type { OccurrenceView } from '../../../contract/views/series-view.ts';
import { overlaps } from '../../../kernel/sorted-ranges.ts';
import { occurrencesWithin, type Occurrence } from '../../../domain/series/occurrences.ts';
import type { Series } from '../../../domain/series/series.ts';
import type { InstantRange } from '../../../domain/time/instant.ts';
import { leadOf } from '../../../domain/work/status-machine.ts';
import type { Reader } from '../../ports/store.ts';
import { found } from '../../refusals.ts';
import type { Answerer, Scene } from '../../use-case.ts';

/** Those that are appointments already come at the times their appointments have, cancelled ones left out. */
export const occurrences: Answerer<'occurrences'> = async (read, input, scene) => {
  if ('seriesId' in input.of) {
    const series = await found(read, 'series', input.of.seriesId, 'of.seriesId');
    return series.ok ? accept(await occurrenceViews(read, scene, [series.value], input.range)) : series;
  }
  const { locationId } = input.of;
  const location = await found(read, 'location', locationId, 'of.locationId');
  if (!location.ok) return location;
  const all = (await read.all('series')).filter((series) => series.locationId === locationId);
  return accept(await occurrenceViews(read, scene, all, input.range));
};

/** The occurrences that touch the stretch, by start. */
export async function occurrenceViews(
  read: Reader,
  scene: Scene,
  all: readonly Series[],
  within: InstantRange,
): Promise<readonly OccurrenceView[]> {
  const { zones } = scene.surroundings;
  const virtual = all.flatMap((series) =>
    occurrencesWithin(scene.recurrences.compiled(series), zones, within).map((one) => viewOf(series, one)),
  );
  const booked = await bookedViews(read, all, within);
  return [...virtual, ...booked].toSorted((a, b) => a.range.from - b.range.from || (a.name < b.name ? -1 : 1));
}

export function viewOf(series: Series, { start, range, claims, changed }: Occurrence): OccurrenceView {
  const lead = leadOf(claims)?.resourceId ?? null;
  return { seriesId: series.id, name: series.name, start, range, claims, lead, changed, appointmentId: null };
}

async function bookedViews(
  read: Reader,
  all: readonly Series[],
  within: InstantRange,
): Promise<readonly OccurrenceView[]> {
  const named = new Map(
    all.flatMap((series) =>
      series.exceptions.flatMap((one) =>
        one.change === 'appointment' ? [[one.appointmentId, { series, start: one.start }] as const] : [],
      ),
    ),
  );
  const rows = named.size === 0 ? [] : await read.getMany('appointment', [...named.keys()]);
  return rows.flatMap((row): OccurrenceView[] => {
    const known = named.get(row.id);
    const range = { from: row.start, to: row.end };
    if (known === undefined || row.state.status === 'cancelled' || !overlaps(range, within)) return [];
    return [
      {
        ...viewOf(known.series, { start: known.start, range, claims: row.claims, changed: false }),
        appointmentId: row.id,
      },
    ];
  });
}
