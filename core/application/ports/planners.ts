import type { PlanAnswer, PlanProgress, PlanRequest } from '../../planning/board/request.ts';

/** One search for a plan. */
export interface PlanOrder {
  readonly request: PlanRequest;
  readonly seed: number;
  /** How long it may take; not asked where a number of rounds is given. */
  readonly milliseconds: number;
  /** So many rounds, and the answer is the same on every machine; null goes by the clock. */
  readonly rounds: number | null;
  /** True asks as well what the board costs as it stands. */
  readonly withBefore: boolean;
}

export interface FoundByPlanner {
  readonly answer: PlanAnswer;
  /** What the board costs as it stands; null where nobody asked. */
  readonly before: number | null;
}

export interface PlanTools {
  /** Told now and then: the share of the budget that is spent, 0..1, and the best so far when it has become better. */
  readonly told: (spent: number, better: PlanProgress | null) => void;
  /** Aborted when the caller has given up: the search ends within a moment, and rejects with the signal's reason. */
  readonly signal: AbortSignal;
}

/** Whoever searches for plans, beside this thread or in it. */
export interface Planners {
  /** How many can search at once. */
  readonly atOnce: number;
  plan(order: PlanOrder, tools: PlanTools): Promise<FoundByPlanner>;
}
