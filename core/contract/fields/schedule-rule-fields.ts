import { z } from 'zod';
import { dateValue, duration, id, instantRange, priority, requiredText, text, weeklyHours } from '../values.ts';

const resourceKind = z.enum(['technician', 'bay', 'equipment', 'room', 'team', 'custom']);

const scope = z.discriminatedUnion(
  'of',
  [
    z.strictObject({ of: z.literal('organization') }),
    z.strictObject({ of: z.literal('location'), locationId: id<'location'>() }),
    z.strictObject({ of: z.literal('resource-kind'), kind: resourceKind, locationId: id<'location'>().nullable() }),
    z.strictObject({ of: z.literal('resource'), resourceId: id<'resource'>() }),
    z.strictObject({ of: z.literal('service-type'), serviceTypeId: id<'service-type'>() }),
  ],
  'must be of organization, location, resource-kind, resource or service-type',
);

const during = z
  .strictObject({ from: dateValue, to: dateValue })
  .refine((span) => span.from <= span.to, { message: 'must not be before the first day', path: ['to'] });

const rule = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('availability'), hours: weeklyHours, during: during.nullable() }),
    z.strictObject({ kind: z.literal('blackout'), range: instantRange }),
    z.strictObject({
      kind: z.literal('auto-approval'),
      maximumDuration: duration.nullable(),
      minimumPriority: priority.nullable(),
    }),
    z.strictObject({
      kind: z.literal('require-approval'),
      minimumDuration: duration.nullable(),
      minimumPriority: priority.nullable(),
    }),
    z.strictObject({
      kind: z.literal('capacity-limit'),
      maximum: z
        .number('must be a number of appointments')
        .int('must be whole appointments')
        .min(1, 'must be at least 1')
        .max(100_000, 'must be at most 100000'),
      per: z.enum(['day', 'week', 'moment'], 'must be day, week or moment'),
    }),
  ],
  'must be of the kind availability, blackout, auto-approval, require-approval or capacity-limit',
);

/** A schedule rule, whole: what adding and changing one take. */
export const scheduleRuleFields = z.strictObject({
  id: id<'schedule-rule'>(),
  name: requiredText(120),
  description: text(1000),
  scope,
  priority: z
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be at least 0')
    .max(1000, 'must be at most 1000'),
  active: z.boolean(),
  rule,
});
