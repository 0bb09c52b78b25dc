import { z } from 'zod';
import { command } from '../define.ts';
import { id, instantRange, requiredText, text } from '../values.ts';

export const addBlackout = command({
  summary: 'Black out a resource or a whole location for a stretch; what is booked stays and shows as blocked',
  permission: 'edit-rules',
  args: z
    .strictObject({
      id: id<'schedule-rule'>(),
      /** One of the two is given. */
      resourceId: id<'resource'>().nullable(),
      locationId: id<'location'>().nullable(),
      name: requiredText(120),
      description: text(1000),
      range: instantRange,
    })
    .refine((args) => (args.resourceId === null) !== (args.locationId === null), {
      message: 'must be given, or else locationId, and not both',
      path: ['resourceId'],
    }),
});
