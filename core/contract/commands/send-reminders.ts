import { z } from 'zod';
import { command } from '../define.ts';

export const sendReminders = command({
  summary: 'Tell the outside of every appointment whose reminder is due, each kind once',
  permission: 'schedule',
  undoable: false,
  args: z.strictObject({}),
});
