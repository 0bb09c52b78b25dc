import { z } from 'zod';
import { command } from '../define.ts';
import { id } from '../values.ts';

export const stockPart = command({
  summary: 'Start keeping a part at a location',
  permission: 'edit-stock',
  args: z.strictObject({
    id: id<'stock'>(),
    partId: id<'part'>(),
    locationId: id<'location'>(),
    onHand: z.number().int('must be a whole quantity').min(0, 'must not be negative').max(1_000_000),
  }),
});
