import { z } from 'zod';
import { command } from '../define.ts';
import { requester } from '../fields/requester.ts';
import { dateValue, id } from '../values.ts';

export const exposeSlots = command({
  summary: 'Choose the slots that an outside requester is shown; the same ones again while they stand',
  permission: 'request-slots',
  undoable: false,
  args: z.strictObject({
    /** Of the new exposure; one that stands already is answered by its own. */
    id: id<'exposure'>(),
    requester,
    locationId: id<'location'>(),
    serviceTypeId: id<'service-type'>(),
    /** The person asked for: up to three slots. Null shows up to five of the location's. */
    resourceId: id<'resource'>().nullable(),
    /** Null begins today. */
    from: dateValue.nullable(),
    days: z.number().int().min(1, 'must be at least 1 day').max(42, 'must be at most 42 days'),
  }),
});
