import type { MessagePort } from 'node:worker_threads';
import { usedOf } from '../planning/board/budget.ts';
import { planBoard } from '../planning/board/plan-board.ts';
import type { FoundByPlanner } from '../application/ports/planners.ts';
import { costBefore } from '../planning/board/cost-before.ts';
import type { PlanProgress } from '../planning/board/request.ts';
import { failureOf } from './failure.ts';
import type { FromPlanner, PlanJob } from './plan-protocol.ts';

/** Searches for the one plan that comes through the port, says how it went, and lets the thread end. */
export function servePlan(port: MessagePort): void {
  const tell = (message: FromPlanner): void => port.postMessage(message);
  port.on('message', (job: PlanJob) => {
    try {
      tell({ told: 'done', found: search(job, tell) });
    } catch (error) {
      tell({ told: 'failed', failure: failureOf(error) });
    }
    port.close();
  });
  tell({ told: 'ready' });
}

function search({ order, stop }: PlanJob, tell: (message: FromPlanner) => void): FoundByPlanner {
  const { request, seed, milliseconds, rounds } = order;
  const before = order.withBefore ? costBefore(request) : null;
  const cell = new Int32Array(stop);
  let share = 0;
  const used = usedOf(
    { milliseconds, rounds },
    {
      now: () => performance.now(),
      isStopped: () => Atomics.load(cell, 0) !== 0,
      told: (spent) => {
        share = spent;
        tell({ told: 'progress', spent, better: null });
      },
    },
  );
  const onBetter = (better: PlanProgress): void => tell({ told: 'progress', spent: share, better });
  return { answer: planBoard(request, { seed, used, onBetter }), before };
}
