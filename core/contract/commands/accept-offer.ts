import { z } from 'zod';
import { command } from '../define.ts';
import { id } from '../values.ts';

export const acceptOffer = command({
  summary: 'Book the slot that is on offer to somebody on the waitlist',
  permission: 'schedule',
  args: z.strictObject({ id: id<'waitlist-entry'>() }),
});
