import { command } from '../define.ts';
import { customerFields } from '../fields/customer-fields.ts';

export const updateCustomer = command({
  summary: 'Change a customer; all fields are given',
  permission: 'take-calls',
  args: customerFields,
});
