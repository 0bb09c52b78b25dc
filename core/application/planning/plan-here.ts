import { usedOf } from '../../planning/board/budget.ts';
import { answering, searchingBoard, type PlannedBoard } from '../../planning/board/plan-board.ts';
import { costingBefore } from '../../planning/board/cost-before.ts';
import type { Steps } from '../../kernel/steps.ts';
import { nextTurn } from '../next-turn.ts';
import type { FoundByPlanner, FoundProof, Planners } from '../ports/planners.ts';

/** Milliseconds of planning between two turns of everything else in this thread. */
const SLICE = 8;

/**
 * Plans in this thread, in slices: where no other can be had. It takes longer, and the window stays alive. A proof
 * knows no slices: only what the search knows by itself is proved here.
 */
export const PLANNING_HERE: Planners = {
  atOnce: 1,
  async plan({ request, seed, milliseconds, rounds, withBefore, prove }, { told, signal }): Promise<FoundByPlanner> {
    signal.throwIfAborted();
    const before = withBefore ? await inSlices(costingBefore(request), signal) : null;
    let spent = 0;
    const used = usedOf(
      { milliseconds, rounds },
      {
        now: () => performance.now(),
        isStopped: () => signal.aborted,
        told: (share) => {
          spent = share;
          told(share, null);
        },
      },
    );
    const planned = await inSlices(
      searchingBoard(request, { seed, used, onBetter: (better) => told(spent, better) }),
      signal,
    );
    return {
      answer: await inSlices(answering(planned), signal),
      before,
      proof: prove === null ? null : proofOf(planned),
    };
  },
};

/** Throws when it is cancelled. */
async function inSlices<T>(steps: Steps<T>, signal: AbortSignal): Promise<T> {
  for (let pause = performance.now() + SLICE; ;) {
    const step = steps.next();
    signal.throwIfAborted();
    if (step.done === true) return step.value;
    if (performance.now() < pause) continue;
    await nextTurn();
    pause = performance.now() + SLICE;
  }
}

function proofOf({ isHeld, least }: PlannedBoard): FoundProof {
  if (isHeld) return { known: false, why: 'counts' };
  return least === null ? { known: false, why: 'no-thread' } : { known: true, bound: least, seconds: 0 };
}
