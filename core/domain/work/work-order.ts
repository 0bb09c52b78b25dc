import type { Id } from '../../kernel/id.ts';
import type { Coordinates, LocationId } from '../organization/location.ts';
import type { OrganizationId } from '../organization/organization.ts';
import type { PartNeed, PartOrder } from '../parts/part.ts';
import type { ExternalId } from '../organization/external-id.ts';
import type { ResourceId } from '../resources/resource.ts';
import type { Instant, InstantRange, Minutes } from '../time/instant.ts';
import type { CustomerId, UnitId } from './customer.ts';
import type { Priority, ServiceTypeId, SkillNeed } from './service-type.ts';

export type WorkOrderId = Id<'work-order'>;

/** Where work happens when that is not at the location. */
export interface Place {
  readonly address: string;
  readonly coordinates: Coordinates;
}

/** Agreed work that needs one or more appointments. */
export interface WorkOrder {
  readonly id: WorkOrderId;
  readonly organizationId: OrganizationId;
  readonly locationId: LocationId;
  /** What people call it: 4821. */
  readonly number: number;
  readonly title: string;
  readonly description: string;
  readonly customerId: CustomerId | null;
  readonly unitId: UnitId | null;
  readonly serviceTypeId: ServiceTypeId | null;
  readonly priority: Priority;
  readonly duration: Minutes;
  readonly skills: readonly SkillNeed[];
  /** What its bay must offer; null when it needs no bay. */
  readonly capabilities: readonly string[] | null;
  readonly parts: readonly PartNeed[];
  /** Starts the customer was promised; empty means any. */
  readonly windows: readonly InstantRange[];
  /** Promised by: a soft limit for the end. */
  readonly due: Instant | null;
  readonly preferredTechnicians: readonly ResourceId[];
  readonly forbiddenTechnicians: readonly ResourceId[];
  /** Null means at the location. */
  readonly place: Place | null;
  readonly openedAt: Instant;
  /** Parts asked for because they were short, oldest first. */
  readonly ordered: readonly PartOrder[];
  readonly state: WorkOrderState;
  /** What other systems call it. */
  readonly externalIds: readonly ExternalId[];
}

export type WorkOrderState =
  | { readonly status: 'open' }
  | { readonly status: 'done'; readonly at: Instant }
  | { readonly status: 'cancelled'; readonly at: Instant; readonly by: string; readonly reason: string };
