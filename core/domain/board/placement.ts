import type { PartNeed } from '../parts/part.ts';
import type { ResourceId } from '../resources/resource.ts';
import type { Instant, InstantRange, Minutes } from '../time/instant.ts';
import type { AppointmentId, Claim } from '../work/appointment.ts';
import type { Priority, ServiceTypeId, SkillNeed } from '../work/service-type.ts';
import type { Place } from '../work/work-order.ts';

/** Where an appointment is or would be. */
export interface Placement {
  readonly start: Instant;
  readonly end: Instant;
  readonly claims: readonly Claim[];
}

/** A part with what was ordered for this work and has not come yet. */
export interface NeededPart extends PartNeed {
  readonly ordered?: { readonly quantity: number; readonly at: Instant };
}

/** What a piece of work asks of its placement, whatever it came from (work order, appointment, series). */
export interface PlacementNeeds {
  /** The appointment being moved; its own claims do not stand in its way. */
  readonly appointmentId: AppointmentId | null;
  readonly title: string;
  /** For the rules that speak about a service type; null when it has none. */
  readonly serviceTypeId: ServiceTypeId | null;
  readonly duration: Minutes;
  readonly before: Minutes;
  readonly after: Minutes;
  readonly skills: readonly SkillNeed[];
  /** What the bay must offer; null when no bay is needed. */
  readonly capabilities: readonly string[] | null;
  readonly parts: readonly NeededPart[];
  /** Promised starts; empty means any. */
  readonly windows: readonly InstantRange[];
  readonly due: Instant | null;
  readonly priority: Priority;
  readonly preferredTechnicians: readonly ResourceId[];
  readonly forbiddenTechnicians: readonly ResourceId[];
  /** Null means at the location. */
  readonly place: Place | null;
  /** The appointment kind's range, for the duration rule; null when it has no kind. */
  readonly durationRange: { readonly kind: string; readonly shortest: Minutes; readonly longest: Minutes } | null;
  /** When it was asked for; waiting is counted from here. */
  readonly askedAt: Instant;
}
