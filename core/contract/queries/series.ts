import { z } from 'zod';
import { query } from '../define.ts';
import { seriesTimes, seriesWords } from '../fields/series-fields.ts';
import { id, instantRange } from '../values.ts';
import type { OccurrenceView, SeriesPreview, SeriesView } from '../views/series-view.ts';

const LONGEST = 400 * 24 * 3_600_000;

/** What repeats. */
export const seriesQueries = {
  seriesList: query<readonly SeriesView[]>()({
    summary: 'The series of a location with the next occurrence of each, by name',
    permission: 'read-board',
    input: z.strictObject({
      locationId: id<'location'>(),
      /** Also those that have ended. */
      ended: z.boolean(),
    }),
  }),
  occurrences: query<readonly OccurrenceView[]>()({
    summary: 'The occurrences of one series, or of all series of a location, in a stretch of at most 400 days',
    permission: 'read-board',
    input: z.strictObject({
      of: z.union(
        [z.strictObject({ locationId: id<'location'>() }), z.strictObject({ seriesId: id<'series'>() })],
        'must name a locationId or a seriesId',
      ),
      range: instantRange.refine((range) => range.to - range.from <= LONGEST, {
        message: 'must be at most 400 days after the start',
        path: ['to'],
      }),
    }),
  }),
  seriesPreview: query<SeriesPreview>()({
    summary: 'What a series would collide with before it is saved, each with a proposed shift',
    permission: 'read-board',
    input: z.strictObject({
      locationId: id<'location'>(),
      /** A stored series that this one is to take the place of; its occurrences then stand in nobody's way. */
      replaces: id<'series'>().nullable().default(null),
      ...seriesWords,
      ...seriesTimes,
    }),
  }),
} as const;
