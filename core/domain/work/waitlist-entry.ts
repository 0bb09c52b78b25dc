import type { Id } from '../../kernel/id.ts';
import type { LocationId } from '../organization/location.ts';
import type { OrganizationId } from '../organization/organization.ts';
import type { ResourceId } from '../resources/resource.ts';
import type { Instant, InstantRange, Minutes } from '../time/instant.ts';
import type { AppointmentId } from './appointment.ts';
import type { CustomerId } from './customer.ts';
import type { Priority, ServiceTypeId } from './service-type.ts';
import type { WorkOrderId } from './work-order.ts';

export type WaitlistEntryId = Id<'waitlist-entry'>;

/** A customer's wish for an earlier or any slot. */
export interface WaitlistEntry {
  readonly id: WaitlistEntryId;
  readonly organizationId: OrganizationId;
  readonly locationId: LocationId;
  readonly customerId: CustomerId | null;
  readonly workOrderId: WorkOrderId | null;
  /** What is wished for; null where the work order says it. */
  readonly serviceTypeId: ServiceTypeId | null;
  readonly duration: Minutes;
  readonly priority: Priority;
  /** Starts that suit; empty means any. */
  readonly windows: readonly InstantRange[];
  readonly preferredTechnicians: readonly ResourceId[];
  readonly note: string;
  readonly since: Instant;
  /** The request that lost its slot to another one; null when the wish came by itself. */
  readonly displaced: AppointmentId | null;
  /** Oldest first. */
  readonly offers: readonly WaitlistOffer[];
  readonly state: WaitlistState;
}

export type WaitlistState =
  | { readonly status: 'waiting' }
  | { readonly status: 'offered'; readonly appointmentId: AppointmentId; readonly until: Instant }
  | { readonly status: 'booked'; readonly appointmentId: AppointmentId; readonly at: Instant }
  | { readonly status: 'withdrawn'; readonly at: Instant; readonly reason: string };

/** One slot that was held for the entry, and what became of it. */
export interface WaitlistOffer {
  readonly appointmentId: AppointmentId;
  readonly start: Instant;
  readonly at: Instant;
  readonly until: Instant;
  readonly answer: 'open' | 'taken' | 'declined' | 'expired';
}
