import { command } from '../define.ts';
import { bayFields } from '../fields/bay-fields.ts';
import { startingHours } from '../fields/resource-fields.ts';

export const addBay = command({
  summary: 'Add a bay with its capabilities, hours and turnover',
  permission: 'edit-people',
  args: bayFields.extend({ hours: startingHours }),
});
