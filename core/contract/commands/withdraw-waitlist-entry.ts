import { z } from 'zod';
import { command } from '../define.ts';
import { id, text } from '../values.ts';

export const withdrawWaitlistEntry = command({
  summary: 'Take a customer off the waitlist; a slot on offer is free again',
  permission: 'take-calls',
  args: z.strictObject({ id: id<'waitlist-entry'>(), reason: text(500) }),
});
