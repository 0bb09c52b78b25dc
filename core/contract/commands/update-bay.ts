import { command } from '../define.ts';
import { bayFields } from '../fields/bay-fields.ts';

export const updateBay = command({
  summary: 'Change a bay; all fields are given',
  permission: 'edit-people',
  args: bayFields,
});
