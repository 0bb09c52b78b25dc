import { z } from 'zod';
import { command } from '../define.ts';
import { id } from '../values.ts';

export const countStock = command({
  summary: 'Record how much of a part lies at a location now',
  permission: 'edit-stock',
  args: z.strictObject({
    stockId: id<'stock'>(),
    onHand: z.number().int('must be a whole quantity').min(0, 'must not be negative').max(1_000_000),
  }),
});
