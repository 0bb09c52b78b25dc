import type { Store } from '../application/ports/store.ts';
import type { FileCheck, FileWork } from '../application/ports/file-work.ts';
import type { Keeper } from '../application/ports/surroundings.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Migration } from './migrations/migration.ts';

export interface OpenStoreOptions {
  /** The database file; made with its folder when there is none. */
  readonly file: string;
  readonly backupFolder: string;
  readonly now: () => Instant;
  /** The id a fresh file gets for this installed copy. */
  readonly newReplica: () => string;
  /** How long a write waits for another program's; 2000 when left out. Waiting blocks the thread. */
  readonly busyMilliseconds?: number;
  /** Who does the long work on the file; this thread when left out. */
  readonly work?: FileWork;
  /** For tests; the released ones otherwise. */
  readonly migrations?: readonly Migration[];
}

/** What the store can do beyond the port, for hosts. */
export interface StoreKeeper extends Keeper {
  /** True when no daily backup was made at or after `dayStart`, the location's midnight. */
  startOfDayDue(dayStart: Instant): Promise<boolean>;
  /** The quick check of the pages; `health` follows it. */
  check(): Promise<FileCheck>;
}

export interface OpenStore {
  readonly store: Store;
  readonly keeper: StoreKeeper;
  /** Id of this installed copy. */
  readonly replica: string;
  /** The last shutdown was not clean, and the file passed its check. */
  readonly checked: boolean;
}
