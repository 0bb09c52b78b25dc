import { z } from 'zod';
import { query } from '../define.ts';
import { id } from '../values.ts';
import type { AlertLine, AlertView } from '../views/alert-view.ts';

export const alertQueries = {
  alerts: query<readonly AlertLine[]>()({
    summary: 'Messages that came in, newest first, with what became of them',
    permission: 'read-board',
    input: z.strictObject({
      /** Null takes all. */
      locationId: id<'location'>().nullable(),
      status: z.enum(['booked', 'work-order', 'noted']).nullable(),
      limit: z.number().int().min(1).max(500),
    }),
  }),
  alertDetails: query<AlertView>()({
    summary: 'One message whole, with its reasons, its unit and what came of it',
    permission: 'read-board',
    input: z.strictObject({ id: id<'alert'>() }),
  }),
} as const;
