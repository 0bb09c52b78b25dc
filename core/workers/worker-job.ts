import { open, rm } from 'node:fs/promises';
import type { Worker } from 'node:worker_threads';
import type { BackupOrder, WorkTools } from '../application/ports/file-work.ts';
import { errorFrom } from './failure.ts';
import type { FromWorker, Job, ToWorker } from './protocol.ts';
import { verdictOn } from './verdict.ts';

/** True when the worker has said that it is ready, false when it never will, or when the signal came first. */
export function readyWorker(worker: Worker, signal?: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (isReady: boolean): void => {
      signal?.removeEventListener('abort', giveUp);
      resolve(isReady);
    };
    const giveUp = (): void => answer(false);
    signal?.addEventListener('abort', giveUp, { once: true });
    worker.once('message', () => answer(true));
    // Stays on: whatever the thread has to say about its failure, it is not a defect of the host.
    worker.on('error', giveUp);
    worker.once('exit', giveUp);
  });
}

/** Has a ready worker do one job. Rejects with the job's error, or when the thread ends without a last word. */
export function workIn<T>(worker: Worker, job: Job, progress: WorkTools['progress'] = () => undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      switch (message.told) {
        case 'ready':
          return;
        case 'progress':
          return progress(message.done, message.total);
        case 'done':
          // The protocol pairs each job with the type of its answer.
          return resolve(message.value as T);
        case 'failed':
          return reject(errorFrom(message.failure));
      }
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The worker thread ended before its work was done')));
    ask(worker, { ask: 'work', job });
  });
}

/** Has a ready worker make a backup. The signal stops it at any moment before it is kept, and is answered at once. */
export function backupIn<T>(
  worker: Worker,
  order: BackupOrder,
  { progress, signal }: Pick<WorkTools, 'progress' | 'signal'>,
): Promise<T> {
  const verdict = verdictOn();
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      if (!verdict.stop()) return;
      ask(worker, { ask: 'stop' });
      // A signal's reason is whatever its owner chose to be told.
      void dropCopy(order.partial, () => reject(signal.reason as Error));
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    workIn<T>(worker, { kind: 'backup', order, verdict: verdict.memory }, (done, total) => {
      if (!signal.aborted) progress(done, total);
    })
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}

/**
 * Takes a copy away from the thread that is at it. SQLite's integrity check hears nothing, but ends at its next page when
 * the file is suddenly empty. Windows lets nobody delete a file in use; there it goes when the thread has ended.
 */
async function dropCopy(partial: string, gone: () => void): Promise<void> {
  const copy = await open(partial, 'r+').catch(() => undefined);
  for (const rest of [partial, `${partial}-journal`]) await rm(rest, { force: true }).catch(() => undefined);
  gone();
  await copy?.truncate().catch(() => undefined);
  await copy?.close().catch(() => undefined);
}

function ask(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}
