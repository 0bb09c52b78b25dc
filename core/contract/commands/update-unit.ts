import { command } from '../define.ts';
import { unitFields } from '../fields/unit-fields.ts';

export const updateUnit = command({
  summary: 'Change a unit; all fields are given',
  permission: 'take-calls',
  args: unitFields,
});
