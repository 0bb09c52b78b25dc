import { z } from 'zod';
import { command } from '../define.ts';
import { wallValue } from '../fields/series-fields.ts';
import { id } from '../values.ts';

export const bookOccurrence = command({
  summary: 'Make an appointment of one occurrence of a series, so that it can be started, given parts, completed',
  permission: 'schedule',
  args: z.strictObject({
    seriesId: id<'series'>(),
    /** Its original local start. */
    occurrence: wallValue,
    /** The appointment's. */
    id: id<'appointment'>(),
    /** Ids for the parts to reserve, used in the order of the service type's parts; none reserves none. */
    reservationIds: z.array(id<'reservation'>()).max(50).default([]),
    /** True when writing down what happened: a start in the past is then no block. */
    recording: z.boolean().default(false),
  }),
});
