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
  const threads = new Set<Worker>();
  let open = true;

  const begin = (): Worker | undefined => {
    try {
      return start();
    } catch {
      return undefined;
    }
  };

  /** `signal` ends the wait for a thread; from there on stopping is the work's own affair. */
  const withWorker = async <T>(
    work: (worker: Worker) => Promise<T>,
    here: () => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> => {
    if (!open) throw new Error(CLOSED);
    const worker = begin();
    if (worker !== undefined) {
      threads.add(worker);
      try {
        if (await readyWorker(worker, signal)) return await work(worker);
      } finally {
        await worker.terminate();
        threads.delete(worker);
      }
    }
    signal?.throwIfAborted();
    if (!open) throw new Error(CLOSED);
    noWorker();
    return here();
  };

  return {
    async backup(order, tools) {
      try {
        return await withWorker(
          (worker) => backupIn(worker, order, tools),
          () => instead.backup(order, tools),
          tools.signal,
        );
      } catch (error) {
        // A thread that was ended in the middle cleaned nothing up.
        for (const rest of [order.partial, `${order.partial}-journal`]) await rm(rest, { force: true });
        throw error;
      }
    },
    verify: (file) =>
      withWorker(
        (worker) => workIn(worker, { kind: 'verify', file }),
        () => instead.verify(file),
      ),
    check: (file) =>
      withWorker(
        (worker) => workIn(worker, { kind: 'check', file }),
        () => instead.check(file),
      ),
    async close() {
      open = false;
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
}
