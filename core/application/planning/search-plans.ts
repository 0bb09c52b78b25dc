import type { PlanAnswer, PlanProgress, PlanRequest } from '../../planning/board/request.ts';
import type { Planners, PlanTools } from '../ports/planners.ts';

/** How a plan is searched for. */
export interface SearchWanted {
  readonly seed: number;
  readonly milliseconds: number;
  readonly rounds: number | null;
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
  tools: PlanTools,
): Promise<FoundPlan> {
  const atOnce = Math.min(SEEDS, planners.atOnce);
  const searches = rounds === null ? atOnce : SEEDS;
  const spent = Array.from({ length: searches }, () => 0);
  let best: PlanProgress | null = null;
  let before = 0;
  const searchOf = async (index: number): Promise<PlanAnswer> => {
    const found = await planners.plan(
      { request, seed: seed + index, milliseconds, rounds, withBefore: index === 0 },
      {
        signal: tools.signal,
        told: (share, better) => {
          spent[index] = share;
          const isBetter = better !== null && (best === null || better.score < best.score);
          if (isBetter) best = better;
          tools.told(spent.reduce((sum, one) => sum + Math.min(1, one), 0) / searches, isBetter ? better : null);
        },
      },
    );
    spent[index] = 1;
    before = found.before ?? before;
    return found.answer;
  };
  const answers: PlanAnswer[] = [];
  for (let first = 0; first < searches; first += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, searches - first) }, (_, index) => searchOf(first + index));
    answers.push(...(await Promise.all(batch)));
  }
  return { ...bestOf(answers, seed), before, searches };
}

function bestOf(answers: readonly PlanAnswer[], seed: number): Pick<FoundPlan, 'answer' | 'seed'> {
  let best: Pick<FoundPlan, 'answer' | 'seed'> | undefined;
  for (const [index, answer] of answers.entries())
    if (best === undefined || answer.score < best.answer.score) best = { answer, seed: seed + index };
  if (best === undefined) throw new Error('Nobody searched for a plan');
  return best;
}
