import { z } from 'zod';
import { externalIds, id, requiredText, text } from '../values.ts';

/** A unit, whole: what adding and changing one take. */
export const unitFields = z.strictObject({
  id: id<'unit'>(),
  customerId: id<'customer'>(),
  name: requiredText(200),
  plate: text(60),
  details: text(2000),
  /** Left out: none for a new unit, unchanged for one that is there. */
  externalIds: externalIds.exactOptional(),
});
