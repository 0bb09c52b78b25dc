import { z } from 'zod';
import { buffer, claims, duration, id, instantValue, priority, text } from '../values.ts';
import { wallValue } from './series-fields.ts';

/** What an exported row says of itself that a new one cannot say. Only for whoever may administer the organization. */

const count = z.number('must be a number').int('must be a whole number').min(0, 'must be at least 0').max(1_000_000);
const partOrders = z
  .array(
    z.strictObject({
      partId: id<'part'>(),
      locationId: id<'location'>(),
      quantity: count,
      at: instantValue,
      expectedAt: instantValue,
    }),
  )
  .max(500);

export const importedWorkOrder = z.strictObject({
  /** Kept where it is higher than all there are; else the order gets the next free one. */
  number: z.number('must be a number').int('must be a whole number').min(1, 'must be at least 1').max(999_999_999),
  openedAt: instantValue,
  ordered: partOrders,
});

const exception = z.discriminatedUnion('change', [
  z.strictObject({ start: wallValue, change: z.literal('cancelled') }),
  z.strictObject({
    start: wallValue,
    change: z.literal('moved'),
    to: wallValue,
    duration,
    claims: z.array(claims.element).max(50).nullable(),
  }),
  z.strictObject({ start: wallValue, change: z.literal('appointment'), appointmentId: id<'appointment'>() }),
]);

export const importedSeries = z.strictObject({
  exceptions: z.array(exception).max(10_000),
  splitFrom: id<'series'>().nullable(),
  active: z.boolean('must be true or false'),
});

const state = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('requested'),
    approval: z.enum(['none', 'pending', 'approved']),
    needs: z
      .strictObject({
        ruleId: text(100),
        name: text(200),
        priority: z.number().int(),
        asked: z.enum(['requested', 'confirmed']),
      })
      .exactOptional(),
  }),
  /** Never later than the policy's own end of a hold from now; once it is over, only a request is left. */
  z.strictObject({ status: z.literal('held'), until: instantValue }),
  z.strictObject({ status: z.literal('confirmed') }),
  z.strictObject({ status: z.literal('in-progress'), startedAt: instantValue }),
  z.strictObject({
    status: z.literal('cancelled'),
    at: instantValue,
    by: text(200),
    reason: text(2000),
    cause: z.enum(['displaced', 'offer-declined', 'offer-expired', 'part-missed']).exactOptional(),
  }),
]);

export const importedAppointment = z.strictObject({
  state,
  before: buffer,
  after: buffer,
  priority,
  kindId: id<'appointment-kind'>().nullable(),
  pinned: z.boolean('must be true or false'),
  remind: z.boolean('must be true or false'),
  rescheduleCount: count,
  rescheduledAt: instantValue.nullable(),
  /** The occurrence in whose place it stands; the series says so, too. */
  seriesId: id<'series'>().nullable(),
  occurrence: wallValue.nullable(),
  reminded: z
    .array(z.strictObject({ kind: z.enum(['1day', '1hour', '15min']), at: instantValue, start: instantValue }))
    .max(1000),
  ordered: partOrders,
  /** What is set aside for it; never more than the stock can still promise. */
  reservations: z
    .array(z.strictObject({ id: id<'reservation'>(), stockId: id<'stock'>(), quantity: count.min(1) }))
    .max(100),
});

export const importedEntry = z.strictObject({
  since: instantValue,
  displaced: id<'appointment'>().nullable(),
  offers: z
    .array(
      z.strictObject({
        appointmentId: id<'appointment'>(),
        start: instantValue,
        at: instantValue,
        until: instantValue,
        answer: z.enum(['open', 'taken', 'declined', 'expired']),
      }),
    )
    .max(10_000),
  /** An offer whose hold is over is waiting again. */
  state: z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('waiting') }),
    z.strictObject({ status: z.literal('offered'), appointmentId: id<'appointment'>(), until: instantValue }),
  ]),
});
