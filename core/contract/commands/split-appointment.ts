import { z } from 'zod';
import { command } from '../define.ts';
import { id, instantValue, minutesValue } from '../values.ts';

export const splitAppointment = command({
  summary: 'Cut an appointment into two linked parts, at a moment or after so many minutes',
  permission: 'schedule',
  args: z
    .strictObject({
      id: id<'appointment'>(),
      /** The second part's. */
      newId: id<'appointment'>(),
      at: instantValue.nullable(),
      /** Length of the first part. */
      minutes: minutesValue(1, 60 * 24 * 14).nullable(),
    })
    .refine((args) => (args.at === null) !== (args.minutes === null), {
      message: 'must be given, or minutes, but not both',
      path: ['at'],
    }),
});
