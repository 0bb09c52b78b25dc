import { z } from 'zod';
import { query } from '../define.ts';
import { dateValue, id, instantValue } from '../values.ts';
import type { HealthReport } from '../views/health-view.ts';
import type { BoardAtView } from '../views/past-view.ts';

const days = z.number().int().min(1, 'must be at least 1 day').max(42, 'must be at most 42 days');

/** What an organization knows about itself: how it was, what is wrong with it, all it has. */
export const oversightQueries = {
  boardAt: query<BoardAtView>()({
    summary: 'The board of a location and days as it stood at a past minute, with who changed what last and why',
    permission: 'read-log',
    input: z.strictObject({ locationId: id<'location'>(), date: dateValue, days, at: instantValue }),
  }),
  healthCheck: query<HealthReport>()({
    summary:
      'Silent traps in the data: no shift, no hours, a skill nobody holds, parts without stock, rules that never match',
    permission: 'read-board',
    input: z.strictObject({}),
  }),
} as const;
