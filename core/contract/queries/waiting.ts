import { z } from 'zod';
import { query } from '../define.ts';
import { requester } from '../fields/requester.ts';
import { id, instantRange, requiredText } from '../values.ts';
import type { ExposureView, HoldView, SlotInstanceView, WaitlistEntryView } from '../views/waiting-view.ts';

/** Waiting for a slot and asking for one from outside. */
export const waitingQueries = {
  waitlist: query<readonly WaitlistEntryView[]>()({
    summary: 'Who waits for a slot at a location, the next in turn first, with the history of offers',
    permission: 'read-customers',
    input: z.strictObject({
      locationId: id<'location'>(),
      /** Empty asks for all. */
      status: z.array(z.enum(['waiting', 'offered', 'booked', 'withdrawn'])).max(4),
    }),
  }),
  exposedSlots: query<readonly ExposureView[]>()({
    summary: 'What a requester is shown now; a requester sees its own alone',
    permission: 'request-slots',
    input: z.strictObject({ requester }),
  }),
  holds: query<readonly HoldView[]>()({
    summary:
      'The holds of a requester that wait to be confirmed, or the one it made under a key, whatever became of it',
    permission: 'request-slots',
    input: z.strictObject({ requester, key: requiredText(200).nullable() }),
  }),
  slotInstances: query<readonly SlotInstanceView[]>()({
    summary: 'The slots that a location has published in a stretch, of one technician or of all',
    permission: 'read-board',
    input: z.strictObject({
      locationId: id<'location'>(),
      resourceId: id<'resource'>().nullable(),
      range: instantRange,
      /** Empty asks for all. */
      status: z.array(z.enum(['published', 'withdrawn'])).max(2),
    }),
  }),
} as const;
