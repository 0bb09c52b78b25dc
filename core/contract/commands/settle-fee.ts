import { z } from 'zod';
import { command } from '../define.ts';
import { id, text } from '../values.ts';

export const settleFee = command({
  summary: 'Write down that a fee is paid',
  permission: 'settle-fees',
  args: z.strictObject({ id: id<'fee'>(), reference: text(200) }),
});
