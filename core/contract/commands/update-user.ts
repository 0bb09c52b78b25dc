import { command } from '../define.ts';
import { userFields } from '../fields/user-fields.ts';

export const updateUser = command({
  summary: 'Change a user: role, technician, active or not; all fields are given',
  permission: 'edit-users',
  args: userFields,
});
