import type { BrokenPromise } from '../../domain/board/ripple.ts';
import type { Resource } from '../../domain/resources/resource.ts';
import type { Instant, Minutes } from '../../domain/time/instant.ts';
import type { Appointment, AppointmentId } from '../../domain/work/appointment.ts';
import type { Customer, Unit } from '../../domain/work/customer.ts';
import type { ServiceType } from '../../domain/work/service-type.ts';
import type { WorkOrder } from '../../domain/work/work-order.ts';
import type { Location } from '../../domain/organization/location.ts';
import type { Part } from '../../domain/parts/part.ts';
import type { ComputedFee } from '../../domain/policy/cancellation.ts';

/** What a change of an appointment means for its customer. */
export interface ChangeTerms {
  /** Until then calling off is free; null when it cannot be called off any more. */
  readonly freeUntil: Instant | null;
  /** What calling off now would cost; null when it is free. */
  readonly fee: ComputedFee | null;
  readonly rescheduleCount: number;
  /** Null without a limit. */
  readonly remainingReschedules: number | null;
}

export type ExternalMatch =
  | { readonly entity: 'appointment'; readonly row: Appointment }
  | { readonly entity: 'resource'; readonly row: Resource }
  | { readonly entity: 'unit'; readonly row: Unit }
  | { readonly entity: 'customer'; readonly row: Customer }
  | { readonly entity: 'workOrder'; readonly row: WorkOrder }
  | { readonly entity: 'part'; readonly row: Part }
  | { readonly entity: 'serviceType'; readonly row: ServiceType }
  | { readonly entity: 'location'; readonly row: Location };

/** What delays do to later work, by planned start. */
export interface Ripple {
  readonly asOf: Instant;
  readonly delayed: readonly DelayedVisit[];
}

export interface DelayedVisit {
  readonly id: AppointmentId;
  readonly title: string;
  readonly customer: string | null;
  readonly start: Instant;
  readonly end: Instant;
  readonly expectedStart: Instant;
  readonly expectedEnd: Instant;
  /** Minutes later than it would be otherwise. */
  readonly delay: Minutes;
  /** What comes before it and lasts too long; null when it is late by itself. */
  readonly because: { readonly id: AppointmentId; readonly title: string } | null;
  /** Empty when only the plan suffers. */
  readonly broken: readonly BrokenPromise[];
}
