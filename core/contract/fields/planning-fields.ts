import { z } from 'zod';
import { DEFAULT_PLANNING } from '../../domain/organization/planning-terms.ts';
import { NO_LOCATION_POLICY } from '../../domain/organization/location-policy.ts';
import { buffer, minutesValue } from '../values.ts';

const weight = (most: number) =>
  z.number('must be a number').min(0, 'must be at least 0').max(most, `must be at most ${most}`);

/** What weighs how much when slots and plans are chosen, whole; what is left out is as usual. */
export const planningFields = z.strictObject({
  travelPerMinute: weight(100).default(DEFAULT_PLANNING.travelPerMinute),
  lateness: weight(100).default(DEFAULT_PLANNING.lateness),
  notPreferred: weight(10_000).default(DEFAULT_PLANNING.notPreferred),
  overTargetPerMinute: weight(100).default(DEFAULT_PLANNING.overTargetPerMinute),
  overtimeMost: minutesValue(0, 8 * 60).default(DEFAULT_PLANNING.overtimeMost),
  overtimePerMinute: weight(100).default(DEFAULT_PLANNING.overtimePerMinute),
  keptFree: z
    .number('must be a share between 0 and 1')
    .min(0, 'must be at least 0')
    .max(1, 'must be at most 1')
    .default(DEFAULT_PLANNING.keptFree),
  keptFreePerMinute: weight(100).default(DEFAULT_PLANNING.keptFreePerMinute),
  perMovedPromise: weight(10_000).default(DEFAULT_PLANNING.perMovedPromise),
});

/** What a site does otherwise than the organization; null, or left out, is as the organization says. */
export const locationPolicyFields = z.strictObject({
  bufferBefore: buffer.nullable().default(NO_LOCATION_POLICY.bufferBefore),
  bufferAfter: buffer.nullable().default(NO_LOCATION_POLICY.bufferAfter),
  dailyMaximum: z
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(100, 'must be at most 100')
    .nullable()
    .default(NO_LOCATION_POLICY.dailyMaximum),
  autoBook: z.boolean('must be true, false or null').nullable().default(NO_LOCATION_POLICY.autoBook),
  autoBookDays: z
    .number('must be a number of days')
    .int('must be whole days')
    .min(0, 'must be at least 0')
    .max(90, 'must be at most 90')
    .nullable()
    .default(NO_LOCATION_POLICY.autoBookDays),
  planning: planningFields.nullable().default(NO_LOCATION_POLICY.planning),
});
