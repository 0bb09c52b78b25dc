import { z } from 'zod';
import { command } from '../define.ts';
import { id, requiredText, text } from '../values.ts';

export const addUnit = command({
  summary: 'Add a unit (vehicle, machine, device) to a customer',
  permission: 'take-calls',
  args: z.strictObject({
    id: id<'unit'>(),
    customerId: id<'customer'>(),
    name: requiredText(200),
    plate: text(60),
    details: text(2000),
  }),
});
