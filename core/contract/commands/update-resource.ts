import { command } from '../define.ts';
import { resourceFields } from '../fields/resource-fields.ts';

export const updateResource = command({
  summary: 'Change equipment, a room, a team or a custom resource; all fields are given',
  permission: 'edit-people',
  args: resourceFields,
});
