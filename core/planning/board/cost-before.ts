import { boardFactsOf } from './board-facts.ts';
import { penaltyOf } from './board-prices.ts';
import { planBoard } from './plan-board.ts';
import type { PlanRequest } from './request.ts';

/**
 * What the board costs as it stands, in the same minutes as a plan's score: nothing is moved, and the tray is left out.
 * What stands where it may not is counted where it would fit.
 */
export function costBefore(request: PlanRequest): number {
  const facts = boardFactsOf(request);
  const standing = request.work.filter(({ stands }) => stands !== null);
  const { score } = planBoard({ ...request, work: standing }, { seed: 1, used: () => 1 });
  return request.work
    .filter(({ stands }) => stands === null)
    .reduce((sum, work) => sum + penaltyOf(facts, work), score);
}
