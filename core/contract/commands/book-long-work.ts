import { z } from 'zod';
import { command } from '../define.ts';
import { bookingFields } from '../fields/appointment-fields.ts';
import { claims, duration, id, instantValue, participants, segmentIds, takenSuggestion, text } from '../values.ts';

export const bookLongWork = command({
  summary: 'Put work that takes longer than a day on a technician and a bay, flowing round shifts in linked parts',
  permission: 'schedule',
  args: z
    .strictObject({
      /** One for each part, used in the order of time; too few are refused with the number that is needed. */
      ids: segmentIds,
      locationId: id<'location'>(),
      workOrderId: id<'work-order'>().nullable(),
      /** Empty takes the work order's. */
      title: text(200),
      /** The work begins in the first working time from here on. */
      start: instantValue,
      /** Null takes the work order's. */
      duration: duration.nullable(),
      /** Who does it; a missing bay is found by the rules when the work needs one, and is the same for all parts. */
      claims,
      /** True flows round what is booked already; false is refused where something stands in the way. */
      roundBookings: z.boolean(),
      serviceTypeId: id<'service-type'>().nullable(),
      customerId: id<'customer'>().nullable(),
      unitId: id<'unit'>().nullable(),
      participants,
      description: text(4000),
      /** Ids for the parts to reserve, all with the first appointment. */
      reservationIds: z.array(id<'reservation'>()).max(50),
      ...bookingFields,
      suggested: takenSuggestion.nullable().default(null),
    })
    .refine((args) => args.workOrderId !== null || (args.title !== '' && args.duration !== null), {
      message: 'must be given, with a duration, when there is no work order',
      path: ['title'],
    }),
});
