import type { Named } from '../../domain/rules/reason.ts';
import type { Instant, InstantRange } from '../../domain/time/instant.ts';
import type { LocationId } from '../../domain/organization/location.ts';
import type { Appointment, AppointmentId } from '../../domain/work/appointment.ts';
import type { CustomerTier } from '../../domain/work/customer.ts';
import type { ExposureId } from '../../domain/work/exposure.ts';
import type { ServiceTypeId } from '../../domain/work/service-type.ts';
import type { SlotInstance } from '../../domain/work/slot-instance.ts';
import type { WaitlistEntry } from '../../domain/work/waitlist-entry.ts';

/** One wish for a slot, in the order in which it would get one that suits all. */
export interface WaitlistEntryView {
  readonly entry: WaitlistEntry;
  /** What is wished for: the work order's title, the service type's or the lost request's. */
  readonly title: string;
  readonly customer: { readonly name: string; readonly tier: CustomerTier } | null;
}

/** What a requester is shown now: slots that somebody has taken meanwhile are left out. */
export interface ExposureView {
  readonly id: ExposureId;
  readonly locationId: LocationId;
  readonly requester: string;
  readonly serviceTypeId: ServiceTypeId;
  readonly at: Instant;
  readonly until: Instant;
  readonly slots: readonly ExposedSlotView[];
}

export interface ExposedSlotView {
  readonly start: Instant;
  readonly end: Instant;
  readonly technician: Named;
  readonly bay: Named | null;
}

export interface SlotInstanceView {
  readonly id: SlotInstance['id'];
  readonly range: InstantRange;
  readonly technician: Named;
  readonly serviceTypeId: SlotInstance['serviceTypeId'];
  readonly status: SlotInstance['status'];
}

/** A hold as its requester sees it. */
export interface HoldView {
  readonly id: AppointmentId;
  readonly requester: string;
  readonly key: string;
  readonly locationId: LocationId;
  readonly title: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly technician: Named | null;
  /** With `until` of a hold: the countdown. */
  readonly state: Appointment['state'];
}
