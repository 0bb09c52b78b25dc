import { z } from 'zod';
import { command } from '../define.ts';
import { ruleValue, seriesClaims, wallValue } from '../fields/series-fields.ts';
import { duration, id } from '../values.ts';

export const editOccurrence = command({
  summary: 'Skip, move, resize or reassign one occurrence of a series, this and the following ones, or all',
  permission: 'schedule',
  args: z
    .strictObject({
      seriesId: id<'series'>(),
      /** Which one: its original local start, whatever has become of it since. */
      occurrence: wallValue,
      scope: z.enum(['this', 'following', 'all']),
      change: z.discriminatedUnion('kind', [
        /** Following: the series ends before it. */
        z.strictObject({ kind: z.literal('skip') }),
        z.strictObject({
          kind: z.literal('change'),
          /** Where this occurrence goes; the others of the scope go along. Null keeps it. */
          start: wallValue.nullable().default(null),
          duration: duration.nullable().default(null),
          claims: seriesClaims.nullable().default(null),
          /** Of an interface that knows one person only: becomes the lead. */
          assigneeId: id<'resource'>().nullable().default(null),
          /** For following and all. */
          rule: ruleValue.nullable().default(null),
        }),
      ]),
      /** The new series that begins with this occurrence; for a change of the following ones. */
      newSeriesId: id<'series'>().nullable().default(null),
    })
    .refine((args) => args.scope !== 'all' || args.change.kind === 'change', {
      message: 'must be this or following for a skip; endSeries ends the whole',
      path: ['scope'],
    })
    .refine((args) => args.scope !== 'this' || args.change.kind === 'skip' || args.change.rule === null, {
      message: 'must be null for one occurrence',
      path: ['change', 'rule'],
    })
    .refine((args) => args.scope !== 'following' || args.change.kind === 'skip' || args.newSeriesId !== null, {
      message: 'must be given: following splits the series',
      path: ['newSeriesId'],
    }),
});
