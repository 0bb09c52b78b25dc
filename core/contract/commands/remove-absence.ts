import { z } from 'zod';
import { command } from '../define.ts';
import { id } from '../values.ts';

export const removeAbsence = command({
  summary: 'Take an absence back',
  permission: 'schedule',
  args: z.strictObject({ id: id<'absence'>() }),
});
