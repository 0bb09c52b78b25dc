import { z } from 'zod';
import { command } from '../define.ts';
import { id } from '../values.ts';

export const releaseHold = command({
  summary: 'Let a hold go: the appointment is only requested again',
  permission: 'schedule',
  args: z.strictObject({ id: id<'appointment'>() }),
});
