import { z } from 'zod';
import { command } from '../define.ts';
import { id } from '../values.ts';

export const markNoShow = command({
  summary: 'Record that the customer did not come',
  permission: 'record-work',
  args: z.strictObject({
    id: id<'appointment'>(),
    /** For the fee, if there is one; null derives it from the appointment's. */
    feeId: id<'fee'>().nullable().default(null),
  }),
});
