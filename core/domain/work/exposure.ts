import type { Id } from '../../kernel/id.ts';
import type { LocationId } from '../organization/location.ts';
import type { OrganizationId } from '../organization/organization.ts';
import type { ResourceId } from '../resources/resource.ts';
import type { Instant } from '../time/instant.ts';
import type { ServiceTypeId } from './service-type.ts';

export type ExposureId = Id<'exposure'>;

/** Which slots an outside requester was shown: the same ones again until `until`. */
export interface Exposure {
  readonly id: ExposureId;
  readonly organizationId: OrganizationId;
  readonly locationId: LocationId;
  /** Who asks, as the asking system names them. */
  readonly requester: string;
  readonly serviceTypeId: ServiceTypeId;
  /** The person asked for; null when browsing a location. */
  readonly resourceId: ResourceId | null;
  readonly at: Instant;
  readonly until: Instant;
  readonly slots: readonly ExposedSlot[];
}

export interface ExposedSlot {
  readonly start: Instant;
  readonly end: Instant;
  readonly technicianId: ResourceId;
  readonly bayId: ResourceId | null;
}
