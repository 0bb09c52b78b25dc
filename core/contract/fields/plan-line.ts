import { z } from 'zod';
import { claims, id, instantValue, requiredText } from '../values.ts';

const ends = { message: 'must be after the start', path: ['end'] };

/** One step of a plan or a repair: work onto the board, an appointment elsewhere, or an appointment back to the tray. */
export const planLine = z.discriminatedUnion(
  'does',
  [
    z
      .strictObject({
        does: z.literal('book'),
        workOrderId: id<'work-order'>(),
        start: instantValue,
        end: instantValue,
        claims,
      })
      .refine((line) => line.start < line.end, ends),
    z
      .strictObject({
        does: z.literal('move'),
        appointmentId: id<'appointment'>(),
        start: instantValue,
        /** Null keeps its length. */
        end: instantValue.nullable(),
        /** Null keeps its technician and its bay. */
        claims: claims.nullable(),
      })
      .refine((line) => line.end === null || line.start < line.end, ends),
    z.strictObject({
      does: z.literal('call-off'),
      appointmentId: id<'appointment'>(),
      /** Kept with the appointment. Its work order is back in the tray. */
      reason: requiredText(500),
    }),
  ],
  'must say what it does: book, move or call-off',
);

export type PlanLine = z.output<typeof planLine>;
