import type { BackupOrder } from '../application/ports/file-work.ts';
import type { Fault } from '../contract/refusal.ts';

/** What a worker is asked, once it said that it is ready: one job for each worker. */
export type Job =
  | { readonly kind: 'backup'; readonly order: BackupOrder; readonly verdict: SharedArrayBuffer }
  | { readonly kind: 'verify'; readonly file: string }
  | { readonly kind: 'check'; readonly file: string };

export type ToWorker = { readonly ask: 'work'; readonly job: Job } | { readonly ask: 'stop' };

/** What a worker says: ready, progress now and then, and its last word. */
export type FromWorker =
  | { readonly told: 'ready' }
  | { readonly told: 'progress'; readonly done: number; readonly total: number }
  | { readonly told: 'done'; readonly value: unknown }
  | { readonly told: 'failed'; readonly failure: Failure };

/** An error as plain data: a fault of the store, or a defect with where it happened. */
export type Failure =
  | { readonly kind: 'fault'; readonly fault: Fault; readonly cause: string }
  | { readonly kind: 'defect'; readonly name: string; readonly message: string; readonly stack: string };
