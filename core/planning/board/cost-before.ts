import type { Steps } from '../../kernel/steps.ts';
import { boardFactsOf } from './board-facts.ts';
import { penaltyOf } from './board-prices.ts';
import { planningBoard } from './plan-board.ts';
import type { PlanRequest } from './request.ts';

/**
 * What the board costs as it stands, in the same minutes as a plan's score: nothing is moved, and the tray is left out.
 * What stands where it may not is counted where it would fit. In steps of a few milliseconds.
 */
export function* costingBefore(request: PlanRequest): Steps<number> {
  const facts = boardFactsOf(request);
  const standing = request.work.filter(({ stands }) => stands !== null);
  const { score } = yield* planningBoard({ ...request, work: standing }, { seed: 1, used: () => 1 });
  return request.work
    .filter(({ stands }) => stands === null)
    .reduce((sum, work) => sum + penaltyOf(facts, work), score);
}
