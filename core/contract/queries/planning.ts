import { z } from 'zod';
import { minutes } from '../../domain/time/instant.ts';
import { query } from '../define.ts';
import { id, instantRange, minutesValue } from '../values.ts';
import type { AtRiskView, RepairView } from '../views/repair-view.ts';

const trouble = z.discriminatedUnion(
  'kind',
  [
    /** Somebody is ill, or a bay is down: written down already or not. */
    z.strictObject({ kind: z.literal('absence'), resourceId: id<'resource'>(), range: instantRange }),
    /** Takes so many minutes longer than planned. */
    z.strictObject({
      kind: z.literal('overrun'),
      appointmentId: id<'appointment'>(),
      minutes: minutesValue(1, 24 * 60),
    }),
    /** Nobody came: the work wants another time, and who waited is free. */
    z.strictObject({ kind: z.literal('no-show'), appointmentId: id<'appointment'>() }),
    /** Work that cannot wait. */
    z.strictObject({ kind: z.literal('emergency'), workOrderId: id<'work-order'>() }),
    /** Two on one lane at once. */
    z.strictObject({ kind: z.literal('overlap'), appointmentId: id<'appointment'>() }),
  ],
  'must be of the kind absence, overrun, no-show, emergency or overlap',
);

/** What to do when the day does not go as planned. */
export const planningQueries = {
  repairOptions: query<RepairView>()({
    summary: 'Ways out when somebody is ill, a bay is down, work overruns or nobody comes; smallest change first',
    permission: 'schedule',
    input: z.strictObject({ trouble }),
  }),
  atRisk: query<AtRiskView>()({
    summary: 'Which promises are in danger now and by how much, and early warnings of the next ones',
    permission: 'read-board',
    input: z.strictObject({
      locationId: id<'location'>(),
      /** What is known to come: each begins so much later, and lasts so much longer. */
      suppose: z
        .array(
          z.strictObject({
            appointmentId: id<'appointment'>(),
            lateStart: minutesValue(0, 24 * 60),
            overrun: minutesValue(0, 24 * 60),
          }),
        )
        .max(50, 'must be at most 50 appointments')
        .default([]),
      /** Warns of what starts within so many minutes. */
      ahead: minutesValue(0, 24 * 60).default(minutes(60)),
    }),
  }),
} as const;
