import { z } from 'zod';
import { DEFAULT_AVAILABILITY } from '../../domain/resources/availability.ts';
import { command } from '../define.ts';
import { id, minuteOfDay, weekday } from '../values.ts';

export const setAvailability = command({
  summary: 'Set working hours and weekdays of any resource in one call; 9 to 17, Monday to Friday, when left out',
  permission: 'edit-people',
  args: z
    .strictObject({
      resourceId: id<'resource'>(),
      /** Minutes after midnight; past 1440 is the next day. */
      from: minuteOfDay.prefault(DEFAULT_AVAILABILITY.from),
      to: minuteOfDay.prefault(DEFAULT_AVAILABILITY.to),
      weekdays: z
        .array(weekday)
        .min(1, 'must name at least one weekday')
        .max(7)
        .prefault([...DEFAULT_AVAILABILITY.weekdays]),
    })
    .refine((args) => args.from < args.to, { message: 'must end after it starts', path: ['to'] }),
});
