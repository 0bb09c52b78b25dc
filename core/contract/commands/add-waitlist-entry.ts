import { z } from 'zod';
import { command } from '../define.ts';
import { importedEntry } from '../fields/imported-fields.ts';
import { duration, id, instantRange, priority, text } from '../values.ts';

export const addWaitlistEntry = command({
  summary: 'Let a customer wait for a slot: for a work order, or for a service type',
  permission: 'take-calls',
  args: z
    .strictObject({
      id: id<'waitlist-entry'>(),
      locationId: id<'location'>(),
      /** Null takes the work order's, if there is one. */
      customerId: id<'customer'>().nullable(),
      workOrderId: id<'work-order'>().nullable(),
      serviceTypeId: id<'service-type'>().nullable(),
      /** Null takes the work order's or the service type's. */
      duration: duration.nullable(),
      priority,
      /** Starts that suit; empty means any. */
      windows: z.array(instantRange).max(50),
      preferredTechnicians: z.array(id<'resource'>()).max(50),
      note: text(2000),
      /** Of an exported row that is brought back as it was; only for whoever may administer. */
      imported: importedEntry.optional(),
    })
    .refine((args) => args.workOrderId !== null || args.serviceTypeId !== null || args.imported !== undefined, {
      message: 'must be given when there is no work order',
      path: ['serviceTypeId'],
    }),
});
