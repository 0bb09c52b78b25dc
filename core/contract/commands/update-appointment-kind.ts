import { z } from 'zod';
import { command } from '../define.ts';
import { duration, id, priority, requiredText } from '../values.ts';

export const updateAppointmentKind = command({
  summary: 'Change a kind: its duration range, priority or auto-book rule',
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
