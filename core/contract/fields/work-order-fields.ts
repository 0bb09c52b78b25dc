import { z } from 'zod';
import {
  capabilities,
  duration,
  externalIds,
  id,
  instantRange,
  instantValue,
  partNeeds,
  place,
  priority,
  requiredText,
  skillNeeds,
  text,
} from '../values.ts';

/** A work order, whole: what adding and changing one take. */
export const workOrderFields = z.strictObject({
  id: id<'work-order'>(),
  locationId: id<'location'>(),
  title: requiredText(200),
  description: text(4000),
  customerId: id<'customer'>().nullable(),
  unitId: id<'unit'>().nullable(),
  serviceTypeId: id<'service-type'>().nullable(),
  priority,
  duration,
  skills: skillNeeds,
  capabilities: capabilities.nullable(),
  parts: partNeeds,
  windows: z.array(instantRange).max(20),
  due: instantValue.nullable(),
  preferredTechnicians: z.array(id<'resource'>()).max(20),
  forbiddenTechnicians: z.array(id<'resource'>()).max(200),
  place: place.nullable(),
  /** Left out: none for a new one, unchanged for one that is there. */
  externalIds: externalIds.exactOptional(),
});
