import { z } from 'zod';
import { command } from '../define.ts';
import { id, requiredText } from '../values.ts';

export const cancelWorkOrder = command({
  summary: 'Cancel a work order that has no live appointment',
  permission: 'take-calls',
  args: z.strictObject({ id: id<'work-order'>(), reason: requiredText(500) }),
});
