import { command } from '../define.ts';
import { workOrderFields } from '../fields/work-order-fields.ts';

export const updateWorkOrder = command({
  summary: 'Change a work order; all fields are given',
  permission: 'take-calls',
  args: workOrderFields,
});
