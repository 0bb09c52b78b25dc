import { z } from 'zod';
import { command } from '../define.ts';
import { id, instantRange } from '../values.ts';

export const offerSlot = command({
  summary: 'Offer free time of a technician or bay to whoever on the waitlist it suits best, with a hold of its own',
  permission: 'schedule',
  args: z.strictObject({
    /** Of the held appointment. */
    id: id<'appointment'>(),
    locationId: id<'location'>(),
    /** Who or what has become free. */
    resourceId: id<'resource'>(),
    /** The free stretch; the offered slot lies in it or begins before and reaches into it. */
    range: instantRange,
    /** Null looks for the best match. */
    entryId: id<'waitlist-entry'>().nullable(),
  }),
});
