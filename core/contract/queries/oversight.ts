import { z } from 'zod';
import { query } from '../define.ts';
import { dateValue, id, instantValue } from '../values.ts';
import { EXPORT_ORDER, type ExportPage } from '../views/export-view.ts';
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
  exportRows: query<ExportPage>()({
    summary: 'Everything there is of one kind, page by page, as it is kept',
    permission: 'administer',
    input: z.strictObject({
      entity: z.enum(EXPORT_ORDER),
      /** The id after which to go on; null begins. */
      after: z.string().max(60).nullable(),
      limit: z.number().int().min(1).max(1000),
    }),
  }),
} as const;
