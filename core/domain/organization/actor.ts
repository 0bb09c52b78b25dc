import type { Id } from '../../kernel/id.ts';

export type UserId = Id<'user'>;

export type Role = 'admin' | 'manager' | 'dispatcher' | 'technician' | 'viewer' | 'requester' | 'integration';

/** Who acts. Before rights exist there is one local named user with the role admin. */
export interface Actor {
  readonly id: UserId;
  readonly name: string;
  readonly role: Role;
}
