import { z } from 'zod';
import { command } from '../define.ts';
import { id } from '../values.ts';

export const markNoShow = command({
  summary: 'Record that the customer did not come',
  permission: 'record-work',
  args: z.strictObject({ id: id<'appointment'>() }),
});
