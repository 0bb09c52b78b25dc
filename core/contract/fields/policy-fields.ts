import { z } from 'zod';
import { buffer, minutesValue } from '../values.ts';

/** The organization's defaults and severities, whole. */
export const policyFields = z.strictObject({
  bufferBefore: buffer,
  bufferAfter: buffer,
  dailyMaximum: z.number().int().min(1).max(100),
  holdMinutes: minutesValue(1, 24 * 60),
  autoBook: z.boolean(),
  autoBookDays: z.number().int().min(0).max(90),
  severities: z.record(z.string(), z.enum(['clear', 'caution', 'block'])),
});
