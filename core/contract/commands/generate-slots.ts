import { z } from 'zod';
import { command } from '../define.ts';
import { dateValue, duration, id } from '../values.ts';

export const generateSlots = command({
  summary: 'Publish slots of a length for technicians, from when they work; what is published already stays',
  permission: 'schedule',
  args: z.strictObject({
    locationId: id<'location'>(),
    /** Null takes every active technician of the location. */
    resourceIds: z.array(id<'resource'>()).min(1).max(200).nullable(),
    from: dateValue,
    days: z.number().int().min(1, 'must be at least 1 day').max(42, 'must be at most 42 days'),
    duration,
    /** Minutes between the slots of one stretch of work. */
    gap: z
      .number()
      .int()
      .min(0)
      .max(24 * 60),
    /** Null publishes them for every service type that is no longer. */
    serviceTypeId: id<'service-type'>().nullable(),
  }),
});
