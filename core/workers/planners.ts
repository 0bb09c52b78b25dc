import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { FoundByPlanner, PlanOrder, Planners, PlanTools } from '../application/ports/planners.ts';
import { errorFrom } from './failure.ts';
import type { FromPlanner, PlanJob } from './plan-protocol.ts';
import { startPlanner } from './start-worker.ts';
import { readyWorker } from './worker-job.ts';

/** Searches in threads of their own. */
export interface PlanningRoom extends Planners {
  /** Ends what is still searched for; its callers get an error. Resolves when no thread is left. */
  close(): Promise<void>;
}

export interface PlanningRoomOptions {
  /** Does the work in this thread where no worker can start. */
  readonly instead: Planners;
  /** Told once for each search that no worker could be had for. */
  readonly noWorker: () => void;
  readonly start?: () => Worker;
  /** How many cores there are; one thread each is enough, and more than two are not used. */
  readonly cores?: number;
}

const MOST = 2;
const CLOSED = 'The program is closing';

/** One thread for each search: it keeps no memory, a crash of it harms nothing else, and it can be ended at any moment. */
export function openPlanningRoom({
  instead,
  noWorker,
  start = startPlanner,
  cores = availableParallelism(),
}: PlanningRoomOptions): PlanningRoom {
  const threads = new Map<Worker, Promise<unknown> | null>();
  let open = true;

  const begin = (): Worker | undefined => {
    try {
      return start();
    } catch {
      return undefined;
    }
  };

  const end = (worker: Worker): Promise<unknown> => {
    const known = threads.get(worker);
    if (known !== undefined && known !== null) return known;
    const ended = worker.terminate().finally(() => threads.delete(worker));
    threads.set(worker, ended);
    return ended;
  };

  return {
    atOnce: Math.max(1, Math.min(MOST, cores)),
    async plan(order, tools) {
      tools.signal.throwIfAborted();
      if (!open) throw new Error(CLOSED);
      const worker = begin();
      if (worker !== undefined) {
        threads.set(worker, null);
        try {
          if (await readyWorker(worker, tools.signal)) return await searchIn(worker, order, tools);
        } finally {
          const ended = end(worker);
          // Who has given up need not wait for the thread.
          if (!tools.signal.aborted) await ended;
        }
      }
      tools.signal.throwIfAborted();
      if (!open) throw new Error(CLOSED);
      noWorker();
      return instead.plan(order, tools);
    },
    async close() {
      open = false;
      await Promise.all([...threads.keys()].map(end));
    },
  };
}

/** Has a ready thread search. The signal stops it at any moment, whatever it is at. */
function searchIn(worker: Worker, order: PlanOrder, { told, proving, signal }: PlanTools): Promise<FoundByPlanner> {
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const job: PlanJob = { order, stop };
  return new Promise<FoundByPlanner>((resolve, reject) => {
    const giveUp = (): void => {
      Atomics.store(new Int32Array(stop), 0, 1);
      // A signal's reason is whatever its owner chose to be told.
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    worker.on('message', (message: FromPlanner) => {
      switch (message.told) {
        case 'ready':
          return;
        case 'progress':
          if (!signal.aborted) told(message.spent, message.better);
          return;
        case 'proving':
          if (!signal.aborted) proving?.(message.plan);
          return;
        case 'done':
          return resolve(message.found);
        case 'failed':
          return reject(errorFrom(message.failure));
      }
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The planning thread ended before its work was done')));
    if (signal.aborted) giveUp();
    else worker.postMessage(job);
  });
}
