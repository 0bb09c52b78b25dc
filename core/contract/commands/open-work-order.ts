import { command } from '../define.ts';
import { importedWorkOrder } from '../fields/imported-fields.ts';
import { workOrderFields } from '../fields/work-order-fields.ts';

export const openWorkOrder = command({
  summary: 'Write down agreed work; it appears in the tray with the next free number',
  permission: 'take-calls',
  args: workOrderFields.extend({
    /** Of an exported row that is brought back as it was; only for whoever may administer. */
    imported: importedWorkOrder.optional(),
  }),
});
