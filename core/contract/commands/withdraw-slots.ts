import { z } from 'zod';
import { command } from '../define.ts';
import { id, instantRange } from '../values.ts';

export const withdrawSlots = command({
  summary: 'Withdraw the published slots in a stretch, of one technician or of all; bookings stay',
  permission: 'schedule',
  args: z.strictObject({
    locationId: id<'location'>(),
    /** Null withdraws everybody's. */
    resourceId: id<'resource'>().nullable(),
    range: instantRange,
  }),
});
