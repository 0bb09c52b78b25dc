import { z } from 'zod';
import { locationPolicyFields } from './planning-fields.ts';
import { coordinates, externalIds, id, requiredText, text, weeklyHours, zoneValue } from '../values.ts';

/** A location without its closures, which have commands of their own: what adding and changing one take. */
export const locationFields = z.strictObject({
  id: id<'location'>(),
  name: requiredText(200),
  zone: zoneValue,
  address: text(300),
  phone: text(60),
  coordinates,
  hours: weeklyHours,
  /** Left out keeps what it is; a new location computes. */
  exposes: z.enum(['computed', 'published']).optional(),
  /** Left out keeps what it is; a new location does everything as the organization says. */
  policy: locationPolicyFields.optional(),
  travel: z.strictObject({
    kilometresPerHour: z.number().min(1).max(200),
    detourFactor: z.number().min(1).max(5),
    accessMinutes: z.number().min(0).max(120),
  }),
  /** Left out: none for a new one, unchanged for one that is there. */
  externalIds: externalIds.exactOptional(),
});
