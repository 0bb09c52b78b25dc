import { rm } from 'node:fs/promises';
import type { Worker } from 'node:worker_threads';
import type { FileWork } from '../application/ports/file-work.ts';
import { startWorker } from './start-worker.ts';
import { backupIn, readyWorker, workIn } from './worker-job.ts';

/** Long work on files in threads of their own. */
export interface Workshop extends FileWork {
  /** Ends what is still going on; its callers get an error. Resolves when no thread is left. */
  close(): Promise<void>;
}

export interface WorkshopOptions {
  /** Does the work in this thread where no worker can start: slower to answer meanwhile, but done. */
  readonly instead: FileWork;
  /** Told once for each job that no worker could be had for. */
  readonly noWorker: () => void;
  readonly start?: () => Worker;
}

const CLOSED = 'The program is closing';

/** One worker for each job: it keeps no memory, and a crash of it harms nothing else. */
export function openWorkshop({ instead, noWorker, start = startWorker }: WorkshopOptions): Workshop {
  /** What is left to do for each thread when it has ended; and those that are ending. */
  const threads = new Map<Worker, () => Promise<void>>();
  const ending = new Map<Worker, Promise<void>>();
  let open = true;

  const begin = (): Worker | undefined => {
    try {
      return start();
    } catch {
      return undefined;
    }
  };

  const end = (worker: Worker): Promise<void> => {
    const known = ending.get(worker);
    if (known !== undefined) return known;
    const ended = worker
      .terminate()
      .then(threads.get(worker))
      .finally(() => [threads, ending].forEach((list) => list.delete(worker)));
    ending.set(worker, ended);
    return ended;
  };

  const withWorker = async <T>(job: JobForms<T>): Promise<T> => {
    const { signal, tidy = async () => undefined } = job;
    if (!open) throw new Error(CLOSED);
    const worker = begin();
    if (worker !== undefined) {
      threads.set(worker, tidy);
      try {
        if (await readyWorker(worker, signal)) return await job.there(worker);
      } finally {
        const ended = end(worker);
        // Who gave up need not wait until SQLite lets go of the thread.
        if (signal?.aborted !== true) await ended;
        else ended.catch(() => undefined);
      }
    }
    signal?.throwIfAborted();
    if (!open) throw new Error(CLOSED);
    noWorker();
    return job.here();
  };

  return {
    backup: (order, tools) =>
      withWorker({
        there: (worker) => backupIn(worker, order, tools),
        here: () => instead.backup(order, tools),
        signal: tools.signal,
        // A thread that was ended in the middle cleaned nothing up.
        tidy: async () => {
          for (const rest of [order.partial, `${order.partial}-journal`]) await rm(rest, { force: true });
        },
      }),
    verify: (file) =>
      withWorker({
        there: (worker) => workIn(worker, { kind: 'verify', file }),
        here: () => instead.verify(file),
      }),
    check: (file) =>
      withWorker({
        there: (worker) => workIn(worker, { kind: 'check', file }),
        here: () => instead.check(file),
      }),
    async close() {
      open = false;
      await Promise.all([...threads.keys()].map(end));
    },
  };
}

/** One job in both its forms. */
interface JobForms<T> {
  readonly there: (worker: Worker) => Promise<T>;
  readonly here: () => Promise<T>;
  /** Ends the wait for a thread as well. */
  readonly signal?: AbortSignal;
  /** Runs when the thread has ended, however it went. */
  readonly tidy?: () => Promise<void>;
}
