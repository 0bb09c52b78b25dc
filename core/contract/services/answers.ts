import { z } from 'zod';
import { requiredText } from '../values.ts';
import { jsonObject } from './json-object.ts';

/** What an alert service answers: whatever it knows, kept as it says it. */
export const alertDetailsAnswer = z.strictObject({ alert: jsonObject });

/** What a health service answers: the same for the state of a unit. */
export const unitHealthAnswer = z.strictObject({ health: jsonObject });

const quantity = z.number('must be a number').int('must be a whole quantity').max(1_000_000, 'must be at most 1000000');

/** What an inventory answers, for the parts it knows. Moments are ISO 8601 with their offset. */
export const inventoryAnswer = z.strictObject({
  parts: z
    .array(
      z.strictObject({
        number: requiredText(60),
        onHand: quantity.min(0, 'must be at least 0'),
        arrivals: z
          .array(
            z.strictObject({
              at: z.iso.datetime({ offset: true, error: 'must be a moment with its offset' }),
              quantity: quantity.min(1, 'must be at least 1'),
            }),
          )
          .max(100, 'must be at most 100 arrivals'),
        /** Null when it does not know. */
        leadTimeDays: z.number('must be a number').int('must be whole days').min(0).max(365).nullable(),
      }),
    )
    .max(1000, 'must be at most 1000 parts'),
});
