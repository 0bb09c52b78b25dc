import type { Id } from '../../kernel/id.ts';
import type { LocationId } from '../organization/location.ts';
import type { OrganizationId } from '../organization/organization.ts';
import type { ResourceId } from '../resources/resource.ts';
import type { InstantRange } from '../time/instant.ts';
import type { ServiceTypeId } from './service-type.ts';

export type SlotInstanceId = Id<'slot-instance'>;

/** A slot that a location has published for a person, instead of having slots computed. */
export interface SlotInstance {
  readonly id: SlotInstanceId;
  readonly organizationId: OrganizationId;
  readonly locationId: LocationId;
  readonly resourceId: ResourceId;
  /** Null fits every service type of that length. */
  readonly serviceTypeId: ServiceTypeId | null;
  readonly range: InstantRange;
  readonly status: 'published' | 'withdrawn';
}
