import type { Id } from '../../kernel/id.ts';
import type { OrganizationId } from './organization.ts';

export type UserId = Id<'user'>;

export type Role = 'admin' | 'manager' | 'dispatcher' | 'technician' | 'viewer' | 'requester' | 'integration';

/** Who acts. Before rights exist there is one local named user with the role admin. */
export interface Actor {
  readonly id: UserId;
  readonly name: string;
  readonly role: Role;
}

/** The actor of one call, in the organization whose rows it sees: no others. */
export interface ActingUser extends Actor {
  /** Null before there is an organization. */
  readonly organizationId: OrganizationId | null;
  /** The technician this user is, by the id of the resource; null for everybody else. */
  readonly resourceId: string | null;
}
