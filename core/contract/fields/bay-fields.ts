import { z } from 'zod';
import { capabilities, datedHours, id, minutesValue, requiredText, weeklyHours } from '../values.ts';

/** A bay, whole: what adding and changing one take. */
export const bayFields = z.strictObject({
  id: id<'resource'>(),
  locationId: id<'location'>(),
  name: requiredText(120),
  position: z.number().int().min(0).max(100_000),
  active: z.boolean(),
  hours: weeklyHours,
  overrides: datedHours,
  capabilities,
  turnover: minutesValue(0, 24 * 60),
});
