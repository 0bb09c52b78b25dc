import { z } from 'zod';
import { command } from '../define.ts';
import { id, instantValue } from '../values.ts';

export const expectStock = command({
  summary: 'Record a delivery that is on its way',
  permission: 'edit-stock',
  args: z.strictObject({
    stockId: id<'stock'>(),
    at: instantValue,
    quantity: z.number().int('must be a whole quantity').min(1, 'must be at least 1').max(1_000_000),
  }),
});
