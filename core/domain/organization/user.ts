import type { Actor, UserId } from './actor.ts';
import type { OrganizationId } from './organization.ts';

/** Somebody or some machine that may act here. A technician's user is linked to the resource, whose id stays a text. */
export interface User extends Actor {
  readonly id: UserId;
  readonly organizationId: OrganizationId;
  readonly email: string;
  /** The technician this user is; null for everybody else. */
  readonly resourceId: string | null;
  readonly active: boolean;
}
