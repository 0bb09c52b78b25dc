import { z } from 'zod';
import { command } from '../define.ts';
import { id } from '../values.ts';

export const removeScheduleRule = command({
  summary: 'Remove a schedule rule; what was booked under it stays',
  permission: 'edit-rules',
  args: z.strictObject({ id: id<'schedule-rule'>() }),
});
