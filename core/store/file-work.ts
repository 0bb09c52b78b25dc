import BetterSqlite3 from 'better-sqlite3';
import type { FileWork } from '../application/ports/file-work.ts';
import { makeBackup } from './backup/make-backup.ts';
import { checkFile } from './verify/check-file.ts';
import { verifyFile } from './verify/verify-file.ts';

/** The long work on SQLite files, done in whichever thread calls it. */
export const fileWork: FileWork = { backup: makeBackup, verify: verifyFile, check: checkFile };

/** Throws when the engine cannot run in this thread; its native part is loaded no sooner than needed. */
export function tryEngine(): void {
  new BetterSqlite3(':memory:').close();
}
