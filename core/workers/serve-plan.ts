import type { MessagePort } from 'node:worker_threads';
import { runThrough } from '../kernel/steps.ts';
import { usedOf } from '../planning/board/budget.ts';
import { answerOf, searchingBoard, toldOf, type PlannedBoard } from '../planning/board/plan-board.ts';
import type { FoundByPlanner } from '../application/ports/planners.ts';
import { costingBefore } from '../planning/board/cost-before.ts';
import type { PlanProgress } from '../planning/board/request.ts';
import { failureOf } from './failure.ts';
import type { FromPlanner, PlanJob } from './plan-protocol.ts';
import { proveBoard } from './prove-board.ts';

/** Searches for the one plan that comes through the port, says how it went, and lets the thread end. */
export function servePlan(port: MessagePort): void {
  const tell = (message: FromPlanner): void => port.postMessage(message);
  port.on('message', (job: PlanJob) => void serve(job));
  const serve = async (job: PlanJob): Promise<void> => {
    try {
      tell({ told: 'done', found: await find(job, tell) });
    } catch (error) {
      tell({ told: 'failed', failure: failureOf(error) });
    }
    port.close();
  };
  tell({ told: 'ready' });
}

async function find(job: PlanJob, tell: (message: FromPlanner) => void): Promise<FoundByPlanner> {
  const { request, withBefore, prove } = job.order;
  const before = withBefore ? runThrough(costingBefore(request)) : null;
  const found = search(job, tell);
  if (prove === null) return { answer: answerOf(found), before, proof: null };
  return { before, ...(await proveBoard(found, prove, () => tell({ told: 'proving', plan: toldOf(found) }))) };
}

function search({ order, stop }: PlanJob, tell: (message: FromPlanner) => void): PlannedBoard {
  const { request, seed, milliseconds, rounds } = order;
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
  return runThrough(searchingBoard(request, { seed, used, onBetter }));
}
