import { rename, rm, stat } from 'node:fs/promises';
import BetterSqlite3 from 'better-sqlite3';
import type { BackupOrder, WorkTools } from '../../application/ports/file-work.ts';
import type { BackupView } from '../../contract/views/setup-view.ts';
import { connectReader } from '../sqlite/connect.ts';
import { asFault } from '../sqlite/faults.ts';
import { notePath, sha256Of, writeNote } from './backup-files.ts';

/** Pages per turn of the event loop: about 1 MB, so that a stop is heard within milliseconds. */
const PAGES = 256;

/** Copies what the file holds at this moment; what is written meanwhile stays out of the copy. */
async function copyPages({ source: file, partial }: BackupOrder, tools: WorkTools): Promise<void> {
  const source = connectReader(file);
  try {
    // A read held open to the end: without it every write of another connection would make the copy start over.
    source.exec('begin');
    source.prepare('select count(*) from sqlite_schema').get();
    await source.backup(partial, {
      progress: ({ totalPages, remainingPages }) => {
        tools.signal.throwIfAborted();
        tools.progress(totalPages - remainingPages, totalPages);
        return PAGES;
      },
    });
  } finally {
    source.close();
  }
}

/** Puts the copy into one file and reads every page of it. True when SQLite finds nothing wrong. */
function copyIsSound(file: string): boolean {
  const copy = new BetterSqlite3(file, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
    return copy.pragma('integrity_check(1)', { simple: true }) === 'ok';
  } finally {
    copy.close();
  }
}

/**
 * Copies the database page by page into a file of its own, checks the copy, and only then gives it its name. Other
 * connections may write meanwhile. Rejects when stopped; nothing is left then.
 */
export async function makeBackup(order: BackupOrder, tools: WorkTools): Promise<BackupView> {
  const { file, partial, at, why, schema } = order;
  let kept = false;
  try {
    tools.signal.throwIfAborted();
    await copyPages(order, tools);
    tools.signal.throwIfAborted();
    const sound = copyIsSound(partial);
    tools.signal.throwIfAborted();
    if (!sound) throw new Error('The copy did not pass its integrity check');
    const { size: bytes } = await stat(partial);
    const sha256 = await sha256Of(partial, () => tools.signal.throwIfAborted());
    kept = tools.keep();
    if (!kept) throw new Error('The backup was stopped');
    // A note without its file is nothing; a file without its note would lie about until somebody wondered.
    await writeNote(file, { at, why, bytes, sha256, schema, verified: true });
    await rename(partial, file);
    return { file, at, bytes, why, verified: true };
  } catch (error) {
    for (const rest of [partial, `${partial}-journal`]) await rm(rest, { force: true });
    if (kept) await rm(notePath(file), { force: true });
    throw asFault(error);
  }
}
