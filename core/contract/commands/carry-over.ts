import { z } from 'zod';
import { command } from '../define.ts';
import { duration, id, instantValue, segmentIds } from '../values.ts';

export const carryOver = command({
  summary: 'Stop an unfinished appointment and carry the rest, with the parts after it, to the next working time',
  permission: 'schedule',
  args: z.strictObject({
    id: id<'appointment'>(),
    /** When the work stops. A part underway is completed with this end. */
    at: instantValue,
    /** What is left to do; null is what the plan still had. */
    rest: duration.nullable(),
    /** Where the rest may begin; null is the start of the next local day. */
    from: instantValue.nullable(),
    /** One for each part that is new; parts after it keep theirs. */
    ids: segmentIds,
    /** True flows round what is booked already; false is refused where something stands in the way. */
    roundBookings: z.boolean(),
  }),
});
