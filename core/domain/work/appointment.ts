import type { Id } from '../../kernel/id.ts';
import type { LocationId } from '../organization/location.ts';
import type { OrganizationId } from '../organization/organization.ts';
import type { PartOrder } from '../parts/part.ts';
import type { ExternalId } from '../organization/external-id.ts';
import type { ResourceId } from '../resources/resource.ts';
import type { Instant, Minutes } from '../time/instant.ts';
import type { ZoneId } from '../time/zones.ts';
import type { CustomerId, UnitId } from './customer.ts';
import type { AppointmentKindId, Priority, ServiceTypeId } from './service-type.ts';
import type { Place, WorkOrderId } from './work-order.ts';

export type AppointmentId = Id<'appointment'>;
export type SeriesId = Id<'series'>;
export type ChainId = Id<'chain'>;

/** A commitment: time range, claimed resources, status; the rest is optional. */
export interface Appointment {
  readonly id: AppointmentId;
  readonly organizationId: OrganizationId;
  readonly locationId: LocationId;
  readonly title: string;
  readonly description: string;
  readonly start: Instant;
  readonly end: Instant;
  /** Buffers as agreed when it was booked; busy is [start - before, end + after). */
  readonly before: Minutes;
  readonly after: Minutes;
  readonly state: AppointmentState;
  readonly claims: readonly Claim[];
  readonly priority: Priority;
  readonly kindId: AppointmentKindId | null;
  readonly serviceTypeId: ServiceTypeId | null;
  readonly workOrderId: WorkOrderId | null;
  readonly customerId: CustomerId | null;
  readonly unitId: UnitId | null;
  /** Null means at the location. */
  readonly place: Place | null;
  /** Where exactly, in words: room 2, the gate at the back. */
  readonly locationText: string;
  readonly participants: readonly Participant[];
  /** A placement the planner may not move. */
  readonly pinned: boolean;
  readonly meetingUrl: string;
  /** Null shows the location's. */
  readonly zone: ZoneId | null;
  readonly requestedBy: string;
  readonly source: ExternalId | null;
  readonly externalIds: readonly ExternalId[];
  readonly customData: Readonly<Record<string, unknown>>;
  readonly remind: boolean;
  readonly rescheduleCount: number;
  readonly rescheduleLimit: number | null;
  readonly rescheduledAt: Instant | null;
  readonly seriesId: SeriesId | null;
  /** Which occurrence of its series this is: the original local start, `2026-11-23T09:00`. */
  readonly occurrence: string | null;
  /** One day's part of work that flows over several; null when it stands alone. */
  readonly segment: Segment | null;
  /** What another system's workflow calls the work this is for. */
  readonly workItem: WorkItem | null;
  /** Which suggestion was taken when it was booked; null when the person chose for themselves. */
  readonly suggested: TakenSuggestion | null;
  /** Oldest first; only those of the present start count. */
  readonly reminded: readonly SentReminder[];
  /** Parts asked for because they were short; where there is a work order, that one has them. */
  readonly ordered: readonly PartOrder[];
}

export interface TakenSuggestion {
  /** 1 for the best. */
  readonly rank: number;
}

/** Names of older systems; how long before the start the first one goes out is the organization's to say. */
export type ReminderKind = '1day' | '1hour' | '15min';

/** A reminder that went out. It counts for the start it named: another start is reminded of anew. */
export interface SentReminder {
  readonly kind: ReminderKind;
  readonly at: Instant;
  readonly start: Instant;
}

/** Segments of one chain belong to one piece of work; their minutes add up to its duration. */
export interface Segment {
  readonly chainId: ChainId;
  /** 1 for the first. */
  readonly ordinal: number;
  readonly count: number;
}

export interface WorkItem {
  readonly type: string;
  readonly id: string;
}

/** The status with exactly the facts that status has. */
export type AppointmentState =
  | {
      readonly status: 'requested';
      readonly approval: Approval;
      /** Which rule it waits for; given while the approval is pending. */
      readonly needs?: NeededApproval;
    }
  | { readonly status: 'held'; readonly until: Instant }
  | { readonly status: 'confirmed' }
  | { readonly status: 'in-progress'; readonly startedAt: Instant }
  | { readonly status: 'completed'; readonly startedAt: Instant; readonly endedAt: Instant }
  | {
      readonly status: 'cancelled';
      readonly at: Instant;
      readonly by: string;
      readonly reason: string;
      /** Set when no person gave the reason; the words for it are in the catalogues. */
      readonly cause?: CancelCause;
    }
  | { readonly status: 'no-show'; readonly at: Instant };

export type AppointmentStatus = AppointmentState['status'];
/** Another request got the slot; an offer to the waitlist was declined or ran out; nobody came to an earlier part. */
export type CancelCause = 'displaced' | 'offer-declined' | 'offer-expired' | 'part-missed';
/** The schedule rule that wants an approval, in its words, and what was asked for. */
export interface NeededApproval {
  readonly ruleId: string;
  readonly name: string;
  readonly priority: number;
  /** One asked as confirmed is confirmed when it is approved. */
  readonly asked: 'requested' | 'confirmed';
}

export type Approval = 'none' | 'pending' | 'approved';

export type ClaimRole = 'lead' | 'assistant' | 'bay' | 'equipment' | 'room' | 'team' | 'custom';

/** One resource an appointment occupies. */
export interface Claim {
  readonly resourceId: ResourceId;
  readonly role: ClaimRole;
  readonly units: number;
}

export interface Participant {
  readonly name: string;
  readonly role: 'customer' | 'organizer' | 'interviewer' | 'attendee';
  readonly email: string;
  readonly phone: string;
  readonly response: 'none' | 'accepted' | 'declined' | 'tentative';
}
