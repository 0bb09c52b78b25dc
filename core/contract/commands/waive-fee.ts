import { z } from 'zod';
import { command } from '../define.ts';
import { id, requiredText } from '../values.ts';

export const waiveFee = command({
  summary: 'Waive a fee that is due',
  permission: 'settle-fees',
  args: z.strictObject({ id: id<'fee'>(), reason: requiredText(500) }),
});
