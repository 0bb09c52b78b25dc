import { constants, existsSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import BetterSqlite3 from 'better-sqlite3';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import { readNote, sha256Of } from './backup-files.ts';

export type RestoreRefusal =
  | { readonly kind: 'exists'; readonly file: string }
  | { readonly kind: 'no-backup'; readonly file: string }
  /** The file is not what was saved: its checksum or its integrity check says so. */
  | { readonly kind: 'damaged'; readonly file: string };

function isSound(file: string): boolean {
  try {
    const database = new BetterSqlite3(file, { fileMustExist: true });
    try {
      return database.pragma('integrity_check(1)', { simple: true }) === 'ok';
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

/** Copies a backup to a path where nothing is yet, and checks it there. Never overwrites; the backup stays. */
export async function restoreBackup(backup: string, target: string): Promise<Outcome<string, RestoreRefusal>> {
  if (!existsSync(backup)) return refuse({ kind: 'no-backup', file: backup });
  const taken = [target, `${target}-wal`, `${target}-shm`].find((file) => existsSync(file));
  if (taken !== undefined) return refuse({ kind: 'exists', file: taken });
  const note = await readNote(backup);
  if (note !== undefined && note.sha256 !== (await sha256Of(backup))) return refuse({ kind: 'damaged', file: backup });
  await copyFile(backup, target, constants.COPYFILE_EXCL);
  if (isSound(target)) return accept(target);
  await rm(target, { force: true });
  return refuse({ kind: 'damaged', file: backup });
}
