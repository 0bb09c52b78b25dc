import type { PlanPlacement } from './model.ts';

export interface SearchOptions {
  /** Same model, seed and answers of `used`: same plan. */
  readonly seed: number;
  /** The share of the budget that is spent, asked every few rounds; the search ends at 1 or more. */
  readonly used: (rounds: number) => number;
  /** A plan to begin from. What does not fit where it stands is placed anew. */
  readonly warm?: readonly PlanPlacement[];
  /** Told of better plans, now and then. */
  readonly onBetter?: (better: Pick<SearchResult, 'rounds' | 'cost'> & { readonly placed: number }) => void;
}

export interface SearchResult {
  readonly rounds: number;
  /** The objective of `placements`; what is left out counts with its penalty. */
  readonly cost: number;
  readonly placements: readonly PlanPlacement[];
  /** True when every plan has been looked through: none costs less. */
  readonly isBest: boolean;
}
