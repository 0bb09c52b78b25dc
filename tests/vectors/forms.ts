import { z } from 'zod';

/** The three forms of vector files; what the forms do not name is ignored. */
const wall = z.string().regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/);
const moment = z.string().regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/);
const named = z.object({ id: z.string(), tz: z.string() });

const recurrence = named.extend({
  allDay: z.boolean(),
  dtstart: wall,
  rrule: z.string(),
  first: z.array(moment),
  complete: z.boolean(),
  between: z.object({ start: moment, end: moment, expect: z.array(moment) }),
});

const dst = z.discriminatedUnion('kind', [
  named.extend({ kind: z.literal('wall'), local: wall, utc: moment, shownAs: wall.optional() }),
  named.extend({
    kind: z.literal('day-bounds'),
    date: wall,
    start: moment,
    end: moment,
    hours: z.number(),
  }),
  named.extend({
    kind: z.enum(['series', 'until-edge', 'series-end']),
    dtstart: wall,
    rrule: z.string(),
    expect: z.array(moment),
    exactMinutes: z.number().optional(),
    ends: z.array(moment).optional(),
  }),
]);

const at = { occurrence: wall };
const edit = z.discriminatedUnion('op', [
  z.object({ op: z.literal('cancel-this'), ...at }),
  z.object({ op: z.literal('move-this'), ...at, newStart: wall }),
  z.object({ op: z.literal('resize-this'), ...at, newMinutes: z.number() }),
  z.object({ op: z.literal('move-this-and-following'), ...at, newStart: wall }),
  z.object({ op: z.literal('move-all'), newStart: wall }),
  z.object({ op: z.literal('end-before'), ...at }),
]);

const seriesEdits = named.extend({
  dtstart: wall,
  minutes: z.number(),
  rrule: z.string(),
  ops: z.array(edit),
  window: z.object({ start: moment, end: moment }),
  expect: z.array(z.object({ start: moment, end: moment })),
});

export type RecurrenceVector = z.infer<typeof recurrence>;
export type DstVector = z.infer<typeof dst>;
export type SeriesEditsVector = z.infer<typeof seriesEdits>;
export type SeriesEdit = z.infer<typeof edit>;

export type Vector =
  | { readonly form: 'recurrence'; readonly vector: RecurrenceVector }
  | { readonly form: 'dst'; readonly vector: DstVector }
  | { readonly form: 'series-edits'; readonly vector: SeriesEditsVector };

/** Reads one vector by what it carries; throws a ZodError or an Error that names it. */
export function readVector(value: unknown): Vector {
  const keys: object = typeof value === 'object' && value !== null ? value : {};
  if ('ops' in keys) return { form: 'series-edits', vector: seriesEdits.parse(value) };
  if ('kind' in keys) return { form: 'dst', vector: dst.parse(value) };
  if ('first' in keys) return { form: 'recurrence', vector: recurrence.parse(value) };
  throw new Error(`has a vector of none of the three forms: ${JSON.stringify(value)?.slice(0, 120)}`);
}
