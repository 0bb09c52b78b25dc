import { z } from 'zod';
import { command } from '../define.ts';

export const redo = command({
  summary: 'Do again what was taken back last',
  permission: 'schedule',
  undoable: false,
  args: z.strictObject({}),
});
