import { z } from 'zod';
import { DEFAULT_CANCELLATION, type CancellationPolicy } from '../../domain/organization/cancellation-policy.ts';
import { DEFAULT_POLICY } from '../../domain/organization/organization.ts';
import { DEFAULT_PLANNING } from '../../domain/organization/planning-terms.ts';
import { buffer, minutesValue, money } from '../values.ts';
import { planningFields } from './planning-fields.ts';

const terms = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('fixed'), amount: money }),
    z.strictObject({
      kind: z.literal('percent'),
      percent: z.number('must be a number').min(0, 'must be at least 0').max(100, 'must be at most 100'),
    }),
  ],
  'must be of the kind none, fixed or percent',
);

const charge = z.strictObject({
  terms,
  byServiceType: z.record(z.string().max(60), terms),
  exemptTiers: z.array(z.enum(['standard', 'premium', 'fleet'], 'must be standard, premium or fleet')).max(3),
});

type CancellationInput = Omit<CancellationPolicy, 'freeUntil'> & { readonly freeUntil: number };

const cancellation: z.ZodType<CancellationPolicy, CancellationInput> = z.strictObject({
  freeUntil: minutesValue(0, 90 * 24 * 60),
  late: charge,
  noShow: charge,
});

/** The organization's defaults and severities, whole. */
export const policyFields = z.strictObject({
  bufferBefore: buffer,
  bufferAfter: buffer,
  dailyMaximum: z.number().int().min(1).max(100),
  holdMinutes: minutesValue(1, 24 * 60),
  exposureMinutes: minutesValue(1, 24 * 60).default(DEFAULT_POLICY.exposureMinutes),
  autoBook: z.boolean(),
  autoBookDays: z.number().int().min(0).max(90),
  reminderHours: z.number().int().min(2).max(336).default(DEFAULT_POLICY.reminderHours),
  severities: z.record(z.string(), z.enum(['clear', 'caution', 'block'])),
  cancellation: cancellation.default(DEFAULT_CANCELLATION),
  planning: planningFields.default(DEFAULT_PLANNING),
});

/** The same for a change: what a late cancellation costs and what weighs how much stay as they are when left out. */
export const changedPolicyFields = policyFields.extend({
  cancellation: cancellation.optional(),
  planning: planningFields.optional(),
});
