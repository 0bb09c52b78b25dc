import type { MessagePort } from 'node:worker_threads';
import type { FileWork } from '../application/ports/file-work.ts';
import { failureOf } from './failure.ts';
import type { FromWorker, Job, ToWorker } from './protocol.ts';
import { verdictOn } from './verdict.ts';

/** Does the one job that comes through the port, says how it went, and lets the thread end. */
export function serveWork(work: FileWork, port: MessagePort): void {
  const tell = (message: FromWorker): void => port.postMessage(message);
  const controller = new AbortController();
  port.on('message', (message: ToWorker) => {
    if (message.ask === 'stop') controller.abort();
    else void finish(message.job);
  });

  const finish = async (job: Job): Promise<void> => {
    try {
      tell({ told: 'done', value: await doJob(job) });
    } catch (error) {
      tell({ told: 'failed', failure: failureOf(error) });
    }
    port.close();
  };

  const doJob = (job: Job): Promise<unknown> => {
    switch (job.kind) {
      case 'backup': {
        const progress = (done: number, total: number): void => tell({ told: 'progress', done, total });
        const { keep } = verdictOn(job.verdict);
        return work.backup(job.order, { progress, signal: controller.signal, keep });
      }
      case 'verify':
        return work.verify(job.file);
      case 'check':
        return work.check(job.file);
    }
  };

  tell({ told: 'ready' });
}
