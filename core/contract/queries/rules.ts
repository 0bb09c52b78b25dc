import { z } from 'zod';
import { NAMED_ENTITIES } from '../../domain/ops/named-entity.ts';
import type { ScheduleRule } from '../../domain/rules/schedule-rule.ts';
import type { Fee } from '../../domain/work/fee.ts';
import { query } from '../define.ts';
import { id, minutesValue, requiredText } from '../values.ts';
import type { ChangeTerms, ExternalMatch, Ripple } from '../views/rules-view.ts';

/** Schedule rules, what changing an appointment costs, and what a delay does to others. */
export const rulesQueries = {
  scheduleRules: query<readonly ScheduleRule[]>()({
    summary: 'The schedule rules in their precedence, inactive ones too',
    permission: 'read-board',
    input: z.strictObject({}),
  }),
  changeTerms: query<ChangeTerms>()({
    summary: 'What calling an appointment off would cost now, and how often it can still be rescheduled',
    permission: 'read-board',
    input: z.strictObject({ id: id<'appointment'>() }),
  }),
  fees: query<readonly Fee[]>()({
    summary: 'Fees of late cancellations and no-shows, oldest first',
    permission: 'settle-fees',
    input: z.strictObject({
      appointmentId: id<'appointment'>().nullable(),
      customerId: id<'customer'>().nullable(),
      /** Empty takes all. */
      status: z.array(z.enum(['due', 'paid', 'waived', 'refunded'])).max(4),
      limit: z.number().int().min(1).max(1000),
    }),
  }),
  byExternalId: query<readonly ExternalMatch[]>()({
    summary: 'The rows that another system knows under an id of its own',
    permission: 'read-board',
    input: z.strictObject({
      entity: z.enum(NAMED_ENTITIES, 'must be something that carries external ids'),
      source: requiredText(60),
      id: requiredText(200),
    }),
  }),
  ripple: query<Ripple>()({
    summary: 'Which later promises are at risk and by how much: of everything now, or if one appointment were late',
    permission: 'read-board',
    input: z.union(
      [
        z.strictObject({ locationId: id<'location'>() }),
        z.strictObject({
          appointmentId: id<'appointment'>(),
          lateStart: minutesValue(0, 24 * 60),
          overrun: minutesValue(0, 24 * 60),
        }),
      ],
      'must name a locationId, or an appointmentId with lateStart and overrun',
    ),
  }),
} as const;
