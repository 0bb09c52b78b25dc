import { command } from '../define.ts';
import { workOrderFields } from '../fields/work-order-fields.ts';

export const openWorkOrder = command({
  summary: 'Write down agreed work; it appears in the tray with the next free number',
  permission: 'take-calls',
  args: workOrderFields,
});
