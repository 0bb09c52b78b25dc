import { command } from '../define.ts';
import { newResourceFields } from '../fields/resource-fields.ts';

export const addResource = command({
  summary: 'Add equipment, a room, a team with its members, or a custom resource',
  permission: 'edit-people',
  args: newResourceFields,
});
