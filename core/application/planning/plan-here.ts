import { usedOf } from '../../planning/board/budget.ts';
import { planningBoard } from '../../planning/board/plan-board.ts';
import type { PlanAnswer } from '../../planning/board/request.ts';
import type { Planners } from '../ports/planners.ts';

/** Milliseconds of planning between two turns of everything else in this thread. */
const SLICE = 8;

/** Plans in this thread, in slices: where no other can be had. It takes longer, and the window stays alive. */
export const PLANNING_HERE: Planners = {
  atOnce: 1,
  async plan({ request, seed, milliseconds, rounds }, { told, signal }): Promise<PlanAnswer> {
    signal.throwIfAborted();
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
      if (step.done === true) return step.value;
      if (now() < pause) continue;
      await nextTurn();
      pause = now() + SLICE;
    }
  },
};

/** Lets whatever waits in this thread have its turn. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
