import { command } from '../define.ts';
import { customerFields } from '../fields/customer-fields.ts';

export const addCustomer = command({
  summary: 'Add a customer',
  permission: 'take-calls',
  args: customerFields,
});
