import { z } from 'zod';
import { command } from '../define.ts';
import { id } from '../values.ts';

export const mergeAppointments = command({
  summary: 'Make one of two neighbouring parts of the same work; it begins with the first and lasts as long as both',
  permission: 'schedule',
  args: z
    .strictObject({ id: id<'appointment'>(), otherId: id<'appointment'>() })
    .refine((args) => args.id !== args.otherId, { message: 'must be another appointment', path: ['otherId'] }),
});
