import { z } from 'zod';
import { command } from '../define.ts';
import { id, requiredText } from '../values.ts';

export const rejectAppointment = command({
  summary: 'Reject a request that waits for approval; it is cancelled with that reason',
  permission: 'override-limits',
  args: z.strictObject({ id: id<'appointment'>(), reason: requiredText(500) }),
});
