import { z } from 'zod';
import { command } from '../define.ts';
import { id } from '../values.ts';

export const approveAppointment = command({
  summary: 'Approve a request; one that was asked as confirmed is confirmed at once, its place judged again',
  permission: 'override-limits',
  args: z.strictObject({ id: id<'appointment'>() }),
});
