import type { User } from '../../domain/organization/user.ts';
import type { Permission } from '../permission.ts';

/** A user with the name of its technician and what its role may do. */
export interface UserView extends User {
  readonly technician: string | null;
  readonly permissions: readonly Permission[];
}
