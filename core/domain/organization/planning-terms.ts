import type { Minutes } from '../time/instant.ts';

/**
 * What weighs how much when slots and plans are chosen, in minutes of a technician's time. Whoever changes one shifts what
 * is found best, never what is allowed: that is the booking rules' business.
 */
export interface PlanningTerms {
  readonly travelPerMinute: number;
  /** Multiplies what a minute of lateness costs, which the priority says. */
  readonly lateness: number;
  readonly notPreferred: number;
  /** For a minute above a technician's fair share of the day. */
  readonly overTargetPerMinute: number;
  /** A plan that may use overtime goes on for so long behind the end of a shift. */
  readonly overtimeMost: Minutes;
  readonly overtimePerMinute: number;
  /** Share of each day's working time that a plan keeps free for emergencies, 0..1. */
  readonly keptFree: number;
  readonly keptFreePerMinute: number;
  /** For another start or other hands than what was promised. */
  readonly perMovedPromise: number;
}

export const DEFAULT_PLANNING: PlanningTerms = {
  travelPerMinute: 1,
  lateness: 1,
  notPreferred: 20,
  overTargetPerMinute: 1,
  overtimeMost: 120 as Minutes,
  overtimePerMinute: 2,
  keptFree: 0,
  keptFreePerMinute: 1,
  perMovedPromise: 60,
};
