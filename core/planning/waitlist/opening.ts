import type { ResourceId } from '../../domain/resources/resource.ts';
import type { InstantRange } from '../../domain/time/instant.ts';

/** Time that somebody or something has become free. */
export interface Opening {
  readonly resourceId: ResourceId;
  readonly range: InstantRange;
  /** Who has become free with it: the members of a team, the team of a member. */
  readonly also?: readonly ResourceId[];
}

/** All that has become free with an opening. */
export function freedBy({ resourceId, also }: Pick<Opening, 'resourceId' | 'also'>): ReadonlySet<ResourceId> {
  return new Set([resourceId, ...(also ?? [])]);
}
