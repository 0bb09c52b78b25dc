import { z } from 'zod';
import { command } from '../define.ts';
import { seriesClaims } from '../fields/series-fields.ts';
import { buffer, id, participants, place, priority, requiredText, text } from '../values.ts';

export const updateSeries = command({
  summary: 'Change what a series says and claims, not when it happens; what is left out stays',
  permission: 'schedule',
  args: z.strictObject({
    id: id<'series'>(),
    name: requiredText(200).optional(),
    description: text(4000).optional(),
    claims: seriesClaims.optional(),
    /** Of an interface that knows one person only: takes the lead's place, the others stay. */
    assigneeId: id<'resource'>().nullable().default(null),
    participants: participants.optional(),
    serviceTypeId: id<'service-type'>().nullable().optional(),
    customerId: id<'customer'>().nullable().optional(),
    unitId: id<'unit'>().nullable().optional(),
    place: place.nullable().optional(),
    priority: priority.optional(),
    /** Null takes the service type's, else the organization's. */
    before: buffer.nullable().optional(),
    after: buffer.nullable().optional(),
  }),
});
