import { z } from 'zod';
import { command } from '../define.ts';

export const undo = command({
  summary: 'Take back the newest of the own commands',
  permission: 'schedule',
  undoable: false,
  args: z.strictObject({}),
});
