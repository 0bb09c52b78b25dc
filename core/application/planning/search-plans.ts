import type { PlanAnswer, PlanProgress, PlanRequest } from '../../planning/board/request.ts';
import type { FoundByPlanner, Planners, PlanTools } from '../ports/planners.ts';

/** How a plan is searched for. */
export interface SearchWanted {
  readonly seed: number;
  readonly milliseconds: number;
  readonly rounds: number | null;
}

export interface SearchTools extends PlanTools {
  /** Told what went wrong in a search while another one has found a plan. */
  readonly failed: (error: unknown) => void;
}

export interface FoundPlan {
  readonly answer: PlanAnswer;
  /** What the board costs as it stands. */
  readonly before: number;
  readonly seed: number;
  /** How many searches it is the best of. */
  readonly searches: number;
}

/** Searches side by side; the better plan is kept, and of equals that of the first seed. */
const SEEDS = 2;

/**
 * Two seeds in two threads. Where only one can search at a time and time is what counts, one seed gets all of it; with a
 * number of rounds both are searched one after the other, so that the answer is the same on every machine.
 */
export async function searchPlans(
  planners: Planners,
  request: PlanRequest,
  { seed, milliseconds, rounds }: SearchWanted,
  tools: SearchTools,
): Promise<FoundPlan> {
  const atOnce = Math.min(SEEDS, planners.atOnce);
  const searches = rounds === null ? atOnce : SEEDS;
  const spent = Array.from({ length: searches }, () => 0);
  let best: PlanProgress | null = null;
  const searchOf = async (index: number): Promise<FoundByPlanner> => {
    const order = { request, seed: seed + index, milliseconds, rounds, withBefore: true };
    const told: PlanTools['told'] = (share, better) => {
      spent[index] = share;
      const isBetter = better !== null && (best === null || better.score < best.score);
      if (isBetter) best = better;
      tools.told(spent.reduce((sum, one) => sum + Math.min(1, one), 0) / searches, isBetter ? better : null);
    };
    const found = await planners.plan(order, { signal: tools.signal, told });
    spent[index] = 1;
    return found;
  };
  const results: PromiseSettledResult<FoundByPlanner>[] = [];
  for (let first = 0; first < searches; first += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, searches - first) }, (_, index) => searchOf(first + index));
    results.push(...(await Promise.allSettled(batch)));
  }
  tools.signal.throwIfAborted();
  return { ...bestOf(results, seed, tools.failed), searches };
}

/** One search that fails is a defect, and yet no reason to lose the plan of the other. */
function bestOf(
  results: readonly PromiseSettledResult<FoundByPlanner>[],
  seed: number,
  failed: SearchTools['failed'],
): Omit<FoundPlan, 'searches'> {
  let best: Omit<FoundPlan, 'searches'> | undefined;
  const errors: unknown[] = [];
  for (const [index, result] of results.entries()) {
    if (result.status === 'rejected') {
      errors.push(result.reason);
      continue;
    }
    const { answer, before } = result.value;
    if (best === undefined || answer.score < best.answer.score)
      best = { answer, before: before ?? 0, seed: seed + index };
  }
  if (best === undefined) throw errors[0];
  for (const error of errors) failed(error);
  return best;
}
