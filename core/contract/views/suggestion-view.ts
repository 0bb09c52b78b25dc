import type { Fact } from '../../domain/board/fact.ts';
import type { PartsAvailability } from '../../domain/parts/part.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import type { JudgedReason, Reason } from '../../domain/rules/reason.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { AppointmentId } from '../../domain/work/appointment.ts';

/** One ranked slot for one piece of work. */
export interface SuggestionView {
  readonly start: Instant;
  /** The estimated completion. */
  readonly end: Instant;
  readonly technician: { readonly id: ResourceId; readonly name: string } | null;
  readonly bay: { readonly id: ResourceId; readonly name: string } | null;
  /** Minutes of cost; lower is better. */
  readonly score: number;
  /** 0..1; margin and slack, not a probability (planning, confidence.ts). */
  readonly confidence: number;
  /** Null where it is not told: to requesters from outside. */
  readonly parts: PartsAvailability | null;
  /** What speaks for and against it; their costs, in minutes, add up to the score. */
  readonly facts: readonly Fact[];
  readonly cautions: readonly JudgedReason[];
  /** Who has to move first, within what was promised to them, for this to be free; left out when nobody has to. */
  readonly moves?: readonly MovedFirst[];
}

export interface MovedFirst {
  readonly appointmentId: AppointmentId;
  readonly title: string;
  readonly from: Instant;
  readonly to: Instant;
}

export interface SuggestionAnswer {
  /** Best first; they differ by technician, half day or at least 60 minutes. */
  readonly suggestions: readonly SuggestionView[];
  /** Everyone not offered, with the first rule that excludes them; `outranked` when none does. */
  readonly excluded: readonly ExcludedResource[];
  /** Placements looked at. */
  readonly examined: number;
}

export interface ExcludedResource {
  readonly id: ResourceId;
  readonly name: string;
  readonly kind: 'technician' | 'bay';
  readonly because: Reason | 'outranked' | 'no-free-time';
}
