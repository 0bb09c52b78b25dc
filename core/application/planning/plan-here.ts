import { usedOf } from '../../planning/board/budget.ts';
import { planningBoard } from '../../planning/board/plan-board.ts';
import { costBefore } from '../../planning/board/cost-before.ts';
import { nextTurn } from '../next-turn.ts';
import type { FoundByPlanner, Planners } from '../ports/planners.ts';

/** Milliseconds of planning between two turns of everything else in this thread. */
const SLICE = 8;

/**
 * Plans in this thread, in slices: where no other can be had. It takes longer, and the window stays alive. A proof knows no
 * slices: it is not tried here.
 */
export const PLANNING_HERE: Planners = {
  atOnce: 1,
  async plan({ request, seed, milliseconds, rounds, withBefore, prove }, { told, signal }): Promise<FoundByPlanner> {
    signal.throwIfAborted();
    const before = withBefore ? costBefore(request) : null;
    const proof = prove === null ? null : { known: false as const, why: 'no-thread' as const };
    await nextTurn();
    const now = (): number => performance.now();
    let spent = 0;
    const used = usedOf(
      { milliseconds, rounds },
      {
        now,
        isStopped: () => signal.aborted,
        told: (share) => {
          spent = share;
          told(share, null);
        },
      },
    );
    const steps = planningBoard(request, { seed, used, onBetter: (better) => told(spent, better) });
    for (let pause = now() + SLICE; ;) {
      const step = steps.next();
      signal.throwIfAborted();
      if (step.done === true) return { answer: step.value, before, proof };
      if (now() < pause) continue;
      await nextTurn();
      pause = now() + SLICE;
    }
  },
};
