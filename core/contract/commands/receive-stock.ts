import { z } from 'zod';
import { command } from '../define.ts';
import { id, instantValue } from '../values.ts';

export const receiveStock = command({
  summary: 'Record that an expected delivery has arrived',
  permission: 'edit-stock',
  args: z.strictObject({
    stockId: id<'stock'>(),
    at: instantValue,
  }),
});
