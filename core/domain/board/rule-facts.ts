import type { ResourceId } from '../resources/resource.ts';
import type { Instant, InstantRange, Minutes } from '../time/instant.ts';
import type { AppointmentId } from '../work/appointment.ts';
import type { Priority, ServiceTypeId } from '../work/service-type.ts';

/**
 * What an organization's schedule rules mean for one location and its days, with scopes and wall times already resolved.
 * Hours and blackouts of resources and of the location are in their own facts; here is what is asked of the work.
 */
export interface RuleFacts {
  readonly services: readonly ServiceFacts[];
  /** Those that count, in their precedence. */
  readonly limits: readonly LimitFacts[];
  /** In their precedence: the first that fits decides. */
  readonly approvals: readonly ApprovalFacts[];
}

export const NO_RULES: RuleFacts = { services: [], limits: [], approvals: [] };

/** What a rule says of itself in a sentence. */
export interface RuleNamed {
  readonly name: string;
  readonly priority: number;
}

/** When a service type may be done. */
export interface ServiceFacts {
  readonly serviceTypeId: ServiceTypeId;
  /** The rule that gives the hours, with them; null leaves the hours to everybody else. */
  readonly hours: (RuleNamed & { readonly open: readonly InstantRange[] }) | null;
  readonly blackouts: readonly (RuleNamed & InstantRange)[];
}

/** Whom a rule is about. Null on both sides is everything at the location. */
export interface RuleSpan {
  readonly resourceIds: readonly ResourceId[] | null;
  readonly serviceTypeId: ServiceTypeId | null;
}

export interface LimitFacts extends RuleNamed, RuleSpan {
  readonly maximum: number;
  readonly per: 'day' | 'week' | 'moment';
  /** The days or weeks that are counted, sorted; none for a moment. */
  readonly periods: readonly InstantRange[];
  /** What counts already: the appointments' own time, buffers left out. */
  readonly taken: readonly TakenPlace[];
}

export interface TakenPlace extends InstantRange {
  readonly appointmentId: AppointmentId;
}

export interface ApprovalFacts extends RuleNamed, RuleSpan {
  readonly ruleId: string;
  readonly decision: 'needed' | 'given';
  /** Both ends count; null is without end. */
  readonly shortest: Minutes | null;
  readonly longest: Minutes | null;
  readonly minimumPriority: Priority | null;
}

/** A booking as the approval rules see it. */
export interface AskedBooking {
  readonly start: Instant;
  readonly end: Instant;
  readonly resourceIds: readonly ResourceId[];
  readonly serviceTypeId: ServiceTypeId | null;
  readonly priority: Priority;
}
