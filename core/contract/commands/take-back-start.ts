import { z } from 'zod';
import { command } from '../define.ts';
import { id } from '../values.ts';

export const takeBackStart = command({
  summary: 'Take a start back: the appointment is confirmed again',
  permission: 'record-work',
  args: z.strictObject({ id: id<'appointment'>() }),
});
