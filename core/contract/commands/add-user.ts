import { command } from '../define.ts';
import { userFields } from '../fields/user-fields.ts';

export const addUser = command({
  summary: 'Let somebody or some machine act here, with a role',
  permission: 'edit-users',
  args: userFields,
});
