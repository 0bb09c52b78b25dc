import type { Role } from '../domain/organization/actor.ts';

/** What a role must have to send a command or ask a query; deny by default. */
export type Permission =
  | 'read-board'
  | 'read-customers'
  | 'read-log'
  | 'schedule'
  /** Several technicians on one appointment. */
  | 'schedule-several'
  /** Past a reschedule limit or an approval. */
  | 'override-limits'
  | 'take-calls'
  | 'record-work'
  | 'edit-people'
  | 'edit-stock'
  | 'edit-rules'
  | 'edit-users'
  | 'settle-fees'
  | 'read-reports'
  /** See exposed slots and hold them for oneself. */
  | 'request-slots'
  | 'send-alerts'
  | 'administer'
  | 'maintain';

const DISPATCHER: readonly Permission[] = [
  'read-board',
  'read-customers',
  'read-log',
  'schedule',
  'schedule-several',
  'request-slots',
  'take-calls',
  'record-work',
];
const MANAGER: readonly Permission[] = [
  ...DISPATCHER,
  'override-limits',
  'edit-people',
  'edit-stock',
  'edit-rules',
  'settle-fees',
  'read-reports',
];

/** What each role may do. What is not listed is denied; a requester sees only the slots exposed to it. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  admin: [...MANAGER, 'edit-users', 'send-alerts', 'administer', 'maintain'],
  manager: MANAGER,
  dispatcher: DISPATCHER,
  technician: ['read-board', 'read-customers', 'record-work'],
  viewer: ['read-board'],
  requester: ['request-slots'],
  integration: ['read-board', 'read-customers', 'schedule', 'request-slots', 'take-calls', 'edit-stock', 'send-alerts'],
};

export function may(role: Role, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].includes(permission);
}
