import { z } from 'zod';
import { command } from '../define.ts';

export const sweepHolds = command({
  summary: 'Let go of every hold that has run out, and record the offers that ended with it',
  permission: 'schedule',
  undoable: false,
  args: z.strictObject({}),
});
