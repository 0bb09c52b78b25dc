import type { UserId } from '../domain/organization/actor.ts';
import type { OrganizationId } from '../domain/organization/organization.ts';

/** How large a sample is made. */
export type Scale = 'day' | 'large' | 'dense';

/** For whom the words are done; the local user in the first organization where nothing is said. */
export interface Who {
  readonly actor?: UserId;
  /** Null sets up another organization. */
  readonly organizationId?: OrganizationId | null;
}
