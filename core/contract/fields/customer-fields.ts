import { z } from 'zod';
import { coordinates, externalIds, id, requiredText, text } from '../values.ts';

/** A customer, whole: what adding and changing one take. */
export const customerFields = z.strictObject({
  id: id<'customer'>(),
  name: requiredText(200),
  tier: z.enum(['standard', 'premium', 'fleet']),
  phone: text(60),
  email: text(200),
  address: text(300),
  coordinates: coordinates.nullable(),
  contacts: z
    .array(z.strictObject({ name: requiredText(200), role: text(100), phone: text(60), email: text(200) }))
    .max(20),
  notes: text(4000),
  /** Left out: none for a new one, unchanged for one that is there. */
  externalIds: externalIds.exactOptional(),
});
