import type { PlanAnswer, PlanProgress, PlanRequest } from '../../planning/board/request.ts';
import type { PlanProof } from '../../contract/views/plan-view.ts';
import type { FoundByPlanner, Planners, PlanTools } from '../ports/planners.ts';

/** How a plan is searched for. */
export interface SearchWanted {
  readonly seed: number;
  readonly milliseconds: number;
  readonly rounds: number | null;
  /** Seconds for the proof; null wants none. */
  readonly prove: number | null;
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
  /** Null where none was wanted. */
  readonly proof: PlanProof | null;
}

/** Searches side by side; the better plan is kept, and of equals that of the first seed. */
const SEEDS = 2;

/**
 * Two seeds in two threads. Where only one can search at a time and time is what counts, one seed gets all of it; with a
 * number of rounds both are searched one after the other, so that the answer is the same on every machine. The first seed's
 * thread proves, for all: they plan the same board.
 */
export async function searchPlans(
  planners: Planners,
  request: PlanRequest,
  { seed, milliseconds, rounds, prove }: SearchWanted,
  tools: SearchTools,
): Promise<FoundPlan> {
  const atOnce = Math.min(SEEDS, planners.atOnce);
  const searches = rounds === null ? atOnce : SEEDS;
  const spent = Array.from({ length: searches }, () => 0);
  let best: PlanProgress | null = null;
  const searchOf = async (index: number): Promise<FoundByPlanner> => {
    const order = {
      request,
      seed: seed + index,
      milliseconds,
      rounds,
      withBefore: true,
      prove: index === 0 ? prove : null,
    };
    const told: PlanTools['told'] = (share, better) => {
      spent[index] = share;
      const isBetter = better !== null && (best === null || better.score < best.score);
      if (isBetter) best = better;
      tools.told(spent.reduce((sum, one) => sum + Math.min(1, one), 0) / searches, isBetter ? better : null);
    };
    const proving: PlanTools['proving'] = (plan) =>
      tools.proving?.(best !== null && best.score < plan.score ? best : plan);
    const found = await planners.plan(order, { signal: tools.signal, told, proving });
    spent[index] = 1;
    return found;
  };
  const results: PromiseSettledResult<FoundByPlanner>[] = [];
  for (let first = 0; first < searches; first += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, searches - first) }, (_, index) => searchOf(first + index));
    results.push(...(await Promise.allSettled(batch)));
  }
  tools.signal.throwIfAborted();
  const found = bestOf(results, seed, tools.failed);
  return { ...found, searches, proof: prove === null ? null : proofOf(results[0], found.answer.score, tools.failed) };
}

/** What the first search has proved says something about the better plan of another, too. */
function proofOf(
  first: PromiseSettledResult<FoundByPlanner> | undefined,
  best: number,
  failed: SearchTools['failed'],
): PlanProof {
  const proof = first?.status === 'fulfilled' ? first.value.proof : null;
  if (proof === null) return { status: 'none', why: 'failed' };
  if (!proof.known) {
    if (proof.why === 'failed') failed(proof.error);
    return { status: 'none', why: proof.why };
  }
  const bound = Math.min(proof.bound, best);
  const seconds = Math.round(proof.seconds * 1000) / 1000;
  if (bound === best) return { status: 'optimal', bound, best, gap: 0, seconds };
  return { status: 'open', bound, best, gap: (best - bound) / best, seconds };
}

type Found = Omit<FoundPlan, 'searches' | 'proof'>;

/** One search that fails is a defect, and yet no reason to lose the plan of the other. */
function bestOf(
  results: readonly PromiseSettledResult<FoundByPlanner>[],
  seed: number,
  failed: SearchTools['failed'],
): Found {
  let best: Found | undefined;
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
