import type { NotProvable } from '../../planning/prove/provable.ts';
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
  /** Seconds in which the best plan there can be is looked for afterwards; null does not ask. */
  readonly prove: number | null;
}

export interface FoundByPlanner {
  readonly answer: PlanAnswer;
  /** What the board costs as it stands; null where nobody asked. */
  readonly before: number | null;
  /** Null where nobody asked. */
  readonly proof: FoundProof | null;
}

/** What is known of the best plan there can be: no plan costs less than `bound`. Or why that is not known. */
export type FoundProof =
  | { readonly known: true; readonly bound: number; readonly seconds: number }
  | { readonly known: false; readonly why: NoProof }
  | { readonly known: false; readonly why: 'failed'; readonly error: Error };

/** Besides what the exact model does not say: counts of the rulebook that were kept after the search, or no thread for it. */
export type NoProof = NotProvable | 'counts' | 'no-thread';

export interface PlanTools {
  /** Told now and then: the share of the budget that is spent, 0..1, and the best so far when it has become better. */
  readonly told: (spent: number, better: PlanProgress | null) => void;
  /** Told when the search is over and its plan is being proved: nothing more is told until that is done. */
  readonly proving?: (plan: PlanProgress) => void;
  /** Aborted when the caller has given up: the search ends within a moment, and rejects with the signal's reason. */
  readonly signal: AbortSignal;
}

/** Whoever searches for plans, beside this thread or in it. */
export interface Planners {
  /** How many can search at once. */
  readonly atOnce: number;
  plan(order: PlanOrder, tools: PlanTools): Promise<FoundByPlanner>;
}
