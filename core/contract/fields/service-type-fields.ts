import { z } from 'zod';
import { buffer, capabilities, duration, id, partNeeds, requiredText, skillNeeds } from '../values.ts';

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
});
