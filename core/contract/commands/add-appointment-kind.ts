import { z } from 'zod';
import { command } from '../define.ts';
import { duration, id, priority, requiredText } from '../values.ts';

export const addAppointmentKind = command({
  summary: 'Add one of the kinds of appointment',
  permission: 'administer',
  args: z.strictObject({
    id: id<'appointment-kind'>(),
    code: z.enum(['maintenance', 'diagnostic', 'repair', 'emergency']),
    name: requiredText(120),
    shortest: duration,
    longest: duration,
    priority,
    autoBook: z.enum(['never', 'critical-alerts', 'next-slot']),
  }),
});
