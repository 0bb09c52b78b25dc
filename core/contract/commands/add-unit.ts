import { command } from '../define.ts';
import { unitFields } from '../fields/unit-fields.ts';

export const addUnit = command({
  summary: 'Add a unit (vehicle, machine, device) to a customer',
  permission: 'take-calls',
  args: unitFields,
});
