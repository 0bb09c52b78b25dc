import { z } from 'zod';
import { id, requiredText, text } from '../values.ts';

/** A user, whole: what adding and changing one take. */
export const userFields = z.strictObject({
  id: id<'user'>(),
  name: requiredText(120),
  role: z.enum(['admin', 'manager', 'dispatcher', 'technician', 'viewer', 'requester', 'integration']),
  email: text(200),
  /** The technician this user is; a user with the role technician must name one. */
  resourceId: id<'resource'>().nullable(),
  active: z.boolean(),
});
