import type { Fact } from '../../domain/board/fact.ts';
import type { BrokenPromise } from '../../domain/board/ripple.ts';
import type { LocationId } from '../../domain/organization/location.ts';
import type { JudgedReason, Named, Reason } from '../../domain/rules/reason.ts';
import type { Instant, Minutes } from '../../domain/time/instant.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import type { AppointmentId } from '../../domain/work/appointment.ts';
import type { Priority } from '../../domain/work/service-type.ts';
import type { WorkOrderId } from '../../domain/work/work-order.ts';
import type { Id } from '../../kernel/id.ts';
import type { PlanLine } from '../fields/plan-line.ts';

/** A proposal for a day or some: nothing of it is done before `applyPlan` is sent with its lines. */
export interface PlanView {
  readonly id: Id<'plan'>;
  readonly locationId: LocationId;
  readonly date: LocalDate;
  readonly days: number;
  /** The moment, and the place in the log, that the facts are of. */
  readonly asOf: Instant;
  readonly sequence: number;
  /** Minutes of cost of what stands with all that is in the tray, and of the plan; lower is better. */
  readonly score: { readonly before: number; readonly after: number };
  /** Rounds of the search that found it, its seed, and how many searched. */
  readonly rounds: number;
  readonly seed: number;
  readonly searches: number;
  /** What is new and what moves, by start. What stays is not named. */
  readonly placements: readonly PlacedLine[];
  readonly leftOut: readonly LeftOutWork[];
  /** Whom somebody has to call. */
  readonly promises: readonly TouchedPromise[];
  /** Null where none was asked for. */
  readonly proof: PlanProof | null;
}

/**
 * How good the plan is among all that the planner may make of these facts: of the same work, on the same grid of starts.
 * Minutes of cost; `best` is the score of this plan, and no plan goes below `bound`. `gap` is their distance as a share of
 * `best`, 0 when the plan is proved to be the best.
 */
export type PlanProof =
  | {
      readonly status: 'optimal' | 'open';
      readonly bound: number;
      readonly best: number;
      readonly gap: number;
      readonly seconds: number;
    }
  | { readonly status: 'none'; readonly why: NoProof };

export type NoProof =
  /** A proof of more than 25 would take hours. */
  | 'too-many-jobs'
  | 'work-without-bay'
  | 'several-sites'
  /** Work of several technicians. */
  | 'crews'
  /** Parts of split work, one after the other. */
  | 'order'
  /** Limits that are counted when the search is done kept work where it stands. */
  | 'counts'
  /** No thread could be had beside the one that answers. */
  | 'no-thread'
  | 'failed';

/** One line with what a person wants to know before it is taken. */
export interface PlacedLine {
  readonly line: PlanLine;
  readonly title: string;
  /** Of the work order, where there is one. */
  readonly number: number | null;
  readonly customer: string | null;
  readonly priority: Priority;
  /** Where it would be; null when it goes back to the tray. */
  readonly to: StandingPlace | null;
  /** Where it is now; null for work from the tray. */
  readonly from: StandingPlace | null;
  /** Why here, each with its share of the cost in minutes. */
  readonly facts: readonly Fact[];
  readonly cautions: readonly JudgedReason[];
}

export interface StandingPlace {
  readonly start: Instant;
  readonly end: Instant;
  readonly technician: Named | null;
  readonly bay: Named | null;
}

export interface LeftOutWork {
  readonly workOrderId: WorkOrderId | null;
  /** Set when it stands where it cannot stay and finds no other place. */
  readonly appointmentId: AppointmentId | null;
  readonly title: string;
  readonly number: number | null;
  readonly customer: string | null;
  readonly priority: Priority;
  readonly due: Instant | null;
  /** The first rule that excludes it everywhere, or that there is no room left. */
  readonly because: Reason | 'outranked' | 'no-free-time';
  /** What would make it fit, cheapest first. */
  readonly wouldFit: readonly PlanRemedy[];
}

export type PlanRemedy =
  | { readonly remedy: 'overtime'; readonly technician: Named; readonly minutes: Minutes; readonly start: Instant }
  | { readonly remedy: 'another-day'; readonly start: Instant }
  | { readonly remedy: 'part'; readonly part: string; readonly at: Instant }
  | { readonly remedy: 'skill'; readonly skill: string }
  | { readonly remedy: 'bay'; readonly capability: string }
  | { readonly remedy: 'outside-window'; readonly start: Instant };

/** Something a customer was told, and what would become of it. */
export interface TouchedPromise {
  readonly appointmentId: AppointmentId;
  readonly title: string;
  readonly customer: string;
  readonly phone: string;
  readonly from: StandingPlace;
  /** Null when it is called off. */
  readonly to: StandingPlace | null;
  /** Empty when the customer only has to hear of another time or other hands. */
  readonly broken: readonly BrokenPromise[];
}
