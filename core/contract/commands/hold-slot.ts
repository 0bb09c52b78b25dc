import { z } from 'zod';
import { command } from '../define.ts';
import { id, instantValue, participants, requiredText, text } from '../values.ts';
import { requester } from '../fields/requester.ts';

export const holdSlot = command({
  summary: 'Hold a slot for a requester: technician, bay and parts for the minutes of the policy; once for each key',
  permission: 'request-slots',
  args: z
    .strictObject({
      requester,
      /** The requester's own name for this hold: sent again, it answers the same hold. */
      key: requiredText(200),
      locationId: id<'location'>(),
      /** One of the two says what is done there. */
      workOrderId: id<'work-order'>().nullable(),
      serviceTypeId: id<'service-type'>().nullable(),
      start: instantValue,
      technicianId: id<'resource'>(),
      /** Null takes the best free one where the work needs one. */
      bayId: id<'resource'>().nullable(),
      /** Where the slot was shown; a requester holds nothing else. */
      exposureId: id<'exposure'>().nullable(),
      customerId: id<'customer'>().nullable(),
      unitId: id<'unit'>().nullable(),
      participants,
      description: text(4000),
    })
    .refine((args) => args.workOrderId !== null || args.serviceTypeId !== null, {
      message: 'must be given when there is no work order',
      path: ['serviceTypeId'],
    }),
});
