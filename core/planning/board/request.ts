import type { Fact } from '../../domain/board/fact.ts';
import type { PlacementContext } from '../../domain/board/placement-context.ts';
import type { Placement, PlacementNeeds } from '../../domain/board/placement.ts';
import type { JudgedReason, Reason } from '../../domain/rules/reason.ts';
import type { Instant, Minutes } from '../../domain/time/instant.ts';
import type { Claim } from '../../domain/work/appointment.ts';
import type { CustomerTier } from '../../domain/work/customer.ts';

/** What a plan is made from: plain data, so that it goes to a worker thread as it is. */
export interface PlanRequest {
  /** Facts of the whole range. The claims of `work` that stands and may move are among its busy lists. */
  readonly context: PlacementContext;
  readonly work: readonly PlanWork[];
  readonly terms: PlanTerms;
  /** Starts lie on it, counted from the epoch. */
  readonly step: Minutes;
  /** Facts of the days behind the range, for what left-out work would fit on; not asked when left out. */
  readonly later?: PlacementContext;
}

/** One piece of work that the planner may place or move. */
export interface PlanWork {
  /** Of the work order, or of the appointment when it stands already; unique within the request. */
  readonly id: string;
  readonly needs: PlacementNeeds;
  /** Premium and fleet count one priority more. */
  readonly tier: CustomerTier | null;
  /** Technicians who have to be there besides the lead, all of them with the same skills. */
  readonly assistants: number;
  /** Claims on equipment, rooms, teams and the like that go along wherever it is placed. */
  readonly alongside: readonly Claim[];
  /** Work of the same request that has to end so many minutes before this starts. */
  readonly follows: { readonly id: string; readonly gap: Minutes } | null;
  /** Where it is now, when it may be moved from there; null for work in the tray. */
  readonly stands: Placement | null;
}

/** What may be done and what it costs, besides the costs of every placement (domain/board/placement-cost.ts). Minutes of cost. */
export interface PlanTerms {
  /** Work may go on so long behind the end of a shift; null forbids it. It is a caution for the rulebook then. */
  readonly overtime: { readonly most: Minutes; readonly perMinute: number } | null;
  /** Share of each day's working time, 0..1, kept free for emergencies; a minute more costs. */
  readonly keptFree: { readonly share: number; readonly perMinute: number };
  /** For another start or other hands than what was promised. */
  readonly perMovedPromise: number;
}

/** One improvement, or the end, of a plan under way. */
export interface PlanProgress {
  readonly rounds: number;
  /** The objective in minutes; falls. */
  readonly score: number;
  readonly placed: number;
  readonly leftOut: number;
}

export interface PlanAnswer {
  readonly score: number;
  readonly rounds: number;
  readonly placed: readonly Placed[];
  readonly leftOut: readonly LeftOut[];
}

export interface Placed {
  readonly id: string;
  readonly placement: Placement;
  /** Why here, in words and minutes. */
  readonly facts: readonly Fact[];
  readonly cautions: readonly JudgedReason[];
  /** True when it stood somewhere else before. */
  readonly moved: boolean;
}

export interface LeftOut {
  readonly id: string;
  /** The first rule that excludes it everywhere, or that dearer work took every place that would do. */
  readonly because: Reason | 'outranked' | 'no-free-time';
  /** What would make it fit, cheapest first. */
  readonly wouldFit: readonly Remedy[];
}

export type Remedy =
  | { readonly remedy: 'overtime'; readonly technicianId: string; readonly minutes: Minutes; readonly start: Instant }
  | { readonly remedy: 'another-day'; readonly start: Instant }
  | { readonly remedy: 'part'; readonly part: string; readonly at: Instant }
  | { readonly remedy: 'skill'; readonly skill: string }
  | { readonly remedy: 'bay'; readonly capability: string }
  | { readonly remedy: 'outside-window'; readonly start: Instant };
