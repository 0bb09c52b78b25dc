import { z } from 'zod';
import {
  buffer,
  capabilities,
  duration,
  externalIds,
  id,
  money,
  partNeeds,
  requiredText,
  skillNeeds,
} from '../values.ts';
import { dataSchema } from './data-schema.ts';

/** A service type, whole: what adding and changing one take. */
export const serviceTypeFields = z.strictObject({
  id: id<'service-type'>(),
  kindId: id<'appointment-kind'>(),
  name: requiredText(120),
  duration,
  skills: skillNeeds,
  capabilities: capabilities.nullable(),
  parts: partNeeds,
  bufferBefore: buffer.nullable(),
  bufferAfter: buffer.nullable(),
  checklist: z.array(requiredText(200)).max(50),
  price: money.nullable().default(null),
  dataSchema: dataSchema.nullable().default(null),
  /** Left out: none for a new one, unchanged for one that is there. */
  externalIds: externalIds.exactOptional(),
});

/** The same for a change: price and schema stay as they are when they are left out. */
export const changedServiceTypeFields = serviceTypeFields.extend({
  price: money.nullable().optional(),
  dataSchema: dataSchema.nullable().optional(),
});
