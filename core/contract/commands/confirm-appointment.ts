import { z } from 'zod';
import { command } from '../define.ts';
import { id } from '../values.ts';

export const confirmAppointment = command({
  summary: 'Confirm a requested or held appointment; its place is judged again',
  permission: 'schedule',
  args: z.strictObject({
    id: id<'appointment'>(),
    reservationIds: z.array(id<'reservation'>()).max(50),
  }),
});
