import { z } from 'zod';
import { command } from '../define.ts';
import { id, requiredText } from '../values.ts';

export const confirmHold = command({
  summary: 'Confirm a hold, once for each key; one that has run out is taken again where its slot is still free',
  permission: 'request-slots',
  args: z.strictObject({
    id: id<'appointment'>(),
    /** The requester's own name for this confirmation: sent again, it changes nothing. */
    key: requiredText(200),
  }),
});
