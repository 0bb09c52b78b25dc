import type { Role } from '../domain/organization/actor.ts';

/** What a role must have to send a command or ask a query; deny by default. */
export type Permission =
  | 'read-board'
  | 'read-customers'
  | 'read-log'
  | 'schedule'
  | 'take-calls'
  | 'record-work'
  | 'edit-people'
  | 'edit-stock'
  | 'administer'
  | 'maintain';

const DISPATCHER: readonly Permission[] = [
  'read-board',
  'read-customers',
  'read-log',
  'schedule',
  'take-calls',
  'record-work',
];
const MANAGER: readonly Permission[] = [...DISPATCHER, 'edit-people', 'edit-stock'];

/** What each role may do. What is not listed is denied; a requester sees nothing here, only the slots exposed to it. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  admin: [...MANAGER, 'administer', 'maintain'],
  manager: MANAGER,
  dispatcher: DISPATCHER,
  technician: ['read-board', 'read-customers', 'record-work'],
  viewer: ['read-board'],
  requester: [],
  integration: ['read-board', 'read-customers', 'schedule', 'take-calls', 'edit-stock'],
};

export function may(role: Role, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].includes(permission);
}
