import { z } from 'zod';
import { command } from '../define.ts';
import { id } from '../values.ts';

export const orderParts = command({
  summary: 'Ask for the parts that a work order is short of and that were not ordered for it yet',
  permission: 'schedule',
  args: z.strictObject({ workOrderId: id<'work-order'>() }),
});
