import type { CommandArgs, QueryInput } from '../../../core/contract/client.ts';
import type { OccurrenceView, SeriesPreview } from '../../../core/contract/views/series-view.ts';
import type { Series } from '../../../core/domain/series/series.ts';
import { toLocal } from '../../../core/domain/time/local-time.ts';
import { clockText } from '../../../core/domain/time/clock-text.ts';
import type { Instant } from '../../../core/domain/time/instant.ts';
import type { SeriesId } from '../../../core/domain/work/appointment.ts';
import { at } from '../../builders/surroundings.ts';
import { seriesArgs } from '../../builders/series-args.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { zone, zones } from '../../domain/time/product-zones.ts';

/** The stage with the doors that tests of series need. */
export interface SeriesStage extends Stage {
  /** Creates a series and answers its id. */
  repeat(more?: Partial<CommandArgs<'createSeries'>>): Promise<SeriesId>;
  series(id: SeriesId): Promise<Series>;
  occurrences(id: SeriesId, days?: number): Promise<readonly OccurrenceView[]>;
  /** Local starts such as `2026-11-23 09:00`, of `days` days from the Monday on. */
  starts(id: SeriesId, days?: number): Promise<readonly string[]>;
  preview(input: Partial<QueryInput<'seriesPreview'>>): Promise<SeriesPreview>;
  /** Edits with what is usually left out. */
  edit(
    seriesId: SeriesId,
    occurrence: string,
    scope: 'this' | 'following' | 'all',
    change: CommandArgs<'editOccurrence'>['change'],
    more?: Partial<CommandArgs<'editOccurrence'>>,
  ): CommandArgs<'editOccurrence'>;
}

export function localText(instant: Instant): string {
  const { date, minute } = toLocal(zones, zone('Europe/Oslo'), instant);
  return `${date} ${clockText(minute)}`;
}

export async function openSeriesStage(): Promise<SeriesStage> {
  const stage = await openStage();
  const { laneway, ids, world, store } = stage;
  const ask = async <T>(name: string, input: unknown): Promise<T> => {
    const reply = await laneway.call('query', name, input, { host: 'test' });
    if (!reply.ok) throw new Error(reply.message);
    return reply.value as T;
  };
  const occurrences: SeriesStage['occurrences'] = (seriesId, days = 28) =>
    ask('occurrences', { of: { seriesId }, range: { from: at(0), to: at(0, days) } });
  return {
    ...stage,
    async repeat(more) {
      const id = ids.next<'series'>();
      await stage.done('createSeries', seriesArgs(world, id, more));
      return id;
    },
    async series(id) {
      const row = await store.read.get('series', id);
      if (row === undefined) throw new Error(`There is no series ${id}`);
      return row;
    },
    occurrences,
    starts: async (id, days) => (await occurrences(id, days)).map((one) => localText(one.range.from)),
    preview: (input) => {
      const { id: _id, ...fields } = seriesArgs(world, ids.next());
      return ask('seriesPreview', { ...fields, ...input });
    },
    edit: (seriesId, occurrence, scope, change, more) => ({ seriesId, occurrence, scope, change, ...more }),
  };
}
