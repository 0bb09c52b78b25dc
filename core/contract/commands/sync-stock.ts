import { z } from 'zod';
import { command } from '../define.ts';
import { id, instantValue } from '../values.ts';

const quantity = z.number().int('must be a whole quantity').max(1_000_000);

export const syncStock = command({
  summary: 'Take over what an outside inventory says of a part: what lies there, what is on its way, its lead time',
  permission: 'edit-stock',
  args: z.strictObject({
    stockId: id<'stock'>(),
    onHand: quantity.min(0, 'must be at least 0'),
    arrivals: z.array(z.strictObject({ at: instantValue, quantity: quantity.min(1, 'must be at least 1') })).max(100),
    /** Null leaves it as it is. */
    leadTimeDays: z.number().int().min(0).max(365).nullable(),
  }),
});
