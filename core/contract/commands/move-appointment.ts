import { z } from 'zod';
import { command } from '../define.ts';
import { claims, id, instantValue } from '../values.ts';

export const moveAppointment = command({
  summary: 'Move, resize or reassign an appointment',
  permission: 'schedule',
  args: z
    .strictObject({
      id: id<'appointment'>(),
      start: instantValue,
      end: instantValue,
      /** Null keeps the technician and the bay. */
      claims: claims.nullable(),
      /** Finds another bay or technician when the kept partner is not free and another one is. */
      findPartner: z.boolean(),
    })
    .refine((args) => args.start < args.end, { message: 'must be after the start', path: ['end'] }),
});
