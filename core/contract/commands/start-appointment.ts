import { z } from 'zod';
import { command } from '../define.ts';
import { id, instantValue } from '../values.ts';

export const startAppointment = command({
  summary: 'Record that work has started',
  permission: 'record-work',
  args: z.strictObject({ id: id<'appointment'>(), at: instantValue }),
});
