import { z } from 'zod';
import { command } from '../define.ts';
import { coordinates, id, requiredText, text } from '../values.ts';

export const addCustomer = command({
  summary: 'Add a customer',
  permission: 'take-calls',
  args: z.strictObject({
    id: id<'customer'>(),
    name: requiredText(200),
    tier: z.enum(['standard', 'premium', 'fleet']),
    phone: text(60),
    email: text(200),
    address: text(300),
    coordinates: coordinates.nullable(),
    contacts: z
      .array(z.strictObject({ name: requiredText(200), role: text(100), phone: text(60), email: text(200) }))
      .max(20),
    notes: text(4000),
  }),
});
