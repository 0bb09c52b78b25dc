import { z } from 'zod';
import { command } from '../define.ts';
import { appointmentFields, bookingFields } from '../fields/appointment-fields.ts';
import { importedAppointment } from '../fields/imported-fields.ts';
import { anyClaims, id, instantValue, NO_CLAIM, participants, place, takenSuggestion, text } from '../values.ts';

const segment = z
  .strictObject({
    chainId: id<'chain'>(),
    ordinal: z.number().int('must be a whole number').min(1, 'must be at least 1'),
    count: z.number().int('must be a whole number').min(2, 'must be at least 2').max(200, 'must be at most 200'),
  })
  .refine(({ ordinal, count }) => ordinal <= count, { message: 'must not be more than there are', path: ['ordinal'] });

export const bookAppointment = command({
  summary: 'Put work on technicians and bays: from a work order, or by itself',
  permission: 'schedule',
  args: z
    .strictObject({
      id: id<'appointment'>(),
      locationId: id<'location'>(),
      /** What it is for; title, needs and customer come from it. Null books time by itself: a meeting, an interview. */
      workOrderId: id<'work-order'>().nullable(),
      /** Empty takes the work order's. */
      title: text(200),
      start: instantValue,
      /** Null takes the work order's duration. */
      end: instantValue.nullable(),
      /** A missing technician or bay is found by the rules when the work needs one. A request alone may do without any. */
      claims: anyClaims,
      as: z.enum(['requested', 'held', 'confirmed']),
      /** Of a hold that is brought along: its own end, never later than the policy's; once it is over, only a request is left. */
      until: instantValue.optional(),
      /** Of a part of long work that is brought along: its place among the others. `bookLongWork` makes new chains. */
      segment: segment.nullable().optional(),
      /** Also used when no work order says it. */
      serviceTypeId: id<'service-type'>().nullable(),
      customerId: id<'customer'>().nullable(),
      unitId: id<'unit'>().nullable(),
      participants,
      description: text(4000),
      /** Ids for the parts to reserve, used in the order of the work order's parts. */
      reservationIds: z.array(id<'reservation'>()).max(50),
      /** True when writing down what happened: a start in the past is then no block. */
      recording: z.boolean(),
      /** Which of the suggestions that were shown is taken; null when none is. */
      meetingUrl: text(500).optional(),
      /** Null takes the work order's, else the customer's for work that needs no bay, else the location. */
      place: place.nullable().optional(),
      ...appointmentFields,
      ...bookingFields,
      /** Of an exported row that is brought back as it was; only for whoever may administer. Nothing is found or asked for then. */
      imported: importedAppointment.optional(),
      suggested: takenSuggestion.nullable().default(null),
    })
    .refine((args) => args.as === 'requested' || args.claims.length > 0, { message: NO_CLAIM, path: ['claims'] })
    .refine((args) => args.end === null || args.start < args.end, { message: 'must be after the start', path: ['end'] })
    .refine((args) => args.workOrderId !== null || (args.title !== '' && args.end !== null), {
      message: 'must be given, with an end, when there is no work order',
      path: ['title'],
    }),
});
