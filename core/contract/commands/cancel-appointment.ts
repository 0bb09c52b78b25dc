import { z } from 'zod';
import { command } from '../define.ts';
import { id, requiredText } from '../values.ts';

export const cancelAppointment = command({
  summary: 'Cancel an appointment; its work order returns to the tray',
  permission: 'schedule',
  args: z.strictObject({
    id: id<'appointment'>(),
    reason: requiredText(500),
    /** False when the desk itself calls it off: a late fee is then recorded as waived, with the reason above. */
    charge: z.boolean().default(true),
    /** For the fee, if there is one; null derives it from the appointment's. */
    feeId: id<'fee'>().nullable().default(null),
  }),
});
