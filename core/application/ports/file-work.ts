import type { BackupView, VerifyReport } from '../../contract/views/setup-view.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** One backup to be made. Paths are absolute; `partial` is its name until the copy is whole and checked. */
export interface BackupOrder {
  readonly source: string;
  readonly file: string;
  readonly partial: string;
  readonly at: Instant;
  readonly why: BackupView['why'];
  /** Number of the last migration the source has seen. */
  readonly schema: number;
}

/** How work and its caller talk while it goes on. */
export interface WorkTools {
  /** Pages copied, and pages in all. */
  progress(done: number, total: number): void;
  /** Aborted when the caller has given up: stop, and clean up. */
  readonly signal: AbortSignal;
  /** Asked once, before the result gets its name. False when the caller has given up; after true it is too late to. */
  keep(): boolean;
}

export type FileCheck = VerifyReport['checks'][number];

/** Long work on whole database files, told in plain data alone, so that any thread can do it. */
export interface FileWork {
  /** Rejects when stopped, and leaves nothing behind then. */
  backup(order: BackupOrder, tools: WorkTools): Promise<BackupView>;
  /** Everything that can be checked. A damaged file is an answer, never an error. */
  verify(file: string): Promise<VerifyReport>;
  /** The quick look of a start-up: are the pages sound? A damaged file is an answer, never an error. */
  check(file: string): Promise<FileCheck>;
}
