import { z } from 'zod';
import { command } from '../define.ts';
import { id, instantValue } from '../values.ts';

export const completeAppointment = command({
  summary: 'Record that work is done; its parts are consumed',
  permission: 'record-work',
  args: z.strictObject({ id: id<'appointment'>(), at: instantValue }),
});
