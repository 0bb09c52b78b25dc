import { z } from 'zod';
import { duration, id, priority, requiredText } from '../values.ts';

/** An appointment kind, whole: what adding and changing one take. */
export const appointmentKindFields = z.strictObject({
  id: id<'appointment-kind'>(),
  code: z.enum(['maintenance', 'diagnostic', 'repair', 'emergency']),
  name: requiredText(120),
  shortest: duration,
  longest: duration,
  priority,
  autoBook: z.enum(['never', 'critical-alerts', 'next-slot']),
});
