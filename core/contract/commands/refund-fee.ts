import { z } from 'zod';
import { command } from '../define.ts';
import { id, requiredText } from '../values.ts';

export const refundFee = command({
  summary: 'Refund a fee that was paid',
  permission: 'settle-fees',
  args: z.strictObject({ id: id<'fee'>(), reason: requiredText(500) }),
});
