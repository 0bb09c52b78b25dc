import { z } from 'zod';
import { command } from '../define.ts';
import { id, instantRange, requiredText } from '../values.ts';

export const recordAbsence = command({
  summary: 'Record that a technician or bay is away; what is booked stays and is listed',
  permission: 'schedule',
  args: z.strictObject({
    id: id<'absence'>(),
    resourceId: id<'resource'>(),
    range: instantRange,
    reason: requiredText(200),
  }),
});
