import { z } from 'zod';
import { command } from '../define.ts';
import { id } from '../values.ts';

export const declineOffer = command({
  summary: 'Decline the slot on offer: it is free again, and the customer goes on waiting',
  permission: 'schedule',
  args: z.strictObject({ id: id<'waitlist-entry'>() }),
});
