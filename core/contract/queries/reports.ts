import { z } from 'zod';
import { daysBetween } from '../../domain/time/local-date.ts';
import { query } from '../define.ts';
import { REPORT_NAMES } from '../reports.ts';
import { dateValue, id } from '../values.ts';
import type { ReportView } from '../views/report-view.ts';

/** Two years and a day more. */
const LONGEST_DAYS = 732;

export const reportQueries = {
  report: query<ReportView>()({
    summary: 'One report over local days: utilisation, waits, no-shows, travel, overtime, demand and so on',
    permission: 'read-reports',
    input: z
      .strictObject({
        name: z.enum(REPORT_NAMES),
        /** Null takes all locations together. */
        locationId: id<'location'>().nullable(),
        from: dateValue,
        /** The last day, included. */
        to: dateValue,
      })
      .refine((input) => input.from <= input.to, { message: 'must not be before the first day', path: ['to'] })
      .refine((input) => daysBetween(input.from, input.to) < LONGEST_DAYS, {
        message: `must be at most ${LONGEST_DAYS} days after the first`,
        path: ['to'],
      }),
  }),
} as const;
