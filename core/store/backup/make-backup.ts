import { existsSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { BackupView } from '../../contract/views/setup-view.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { asFault } from '../sqlite/faults.ts';
import { backupName, pruneBackups, sha256Of, writeNote } from './backup-files.ts';

export interface BackupOrder {
  readonly folder: string;
  readonly at: Instant;
  readonly why: BackupView['why'];
  readonly schema: number;
  /** Pages copied, and pages in all. */
  readonly progress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** Pages per turn of the event loop: about 1 MB, so that calls go on being answered in between. */
const PAGES = 256;

/** Puts the copy into one file and reads every page of it. True when SQLite finds nothing wrong. */
function copyIsSound(file: string): boolean {
  const copy = new BetterSqlite3(file);
  try {
    copy.pragma('journal_mode = DELETE');
    return copy.pragma('integrity_check(1)', { simple: true }) === 'ok';
  } finally {
    copy.close();
  }
}

function freeName(order: BackupOrder): string {
  for (let repeat = 0; ; repeat += 1) {
    const file = path.join(order.folder, backupName(order.at, order.why, repeat));
    if (!existsSync(file)) return file;
  }
}

/**
 * Copies the open database page by page into a file of its own, checks the copy, and only then gives it its name.
 * `source` must be the connection that writes: what it writes meanwhile goes into the copy as well, where any other
 * connection would make the copy start over. Rejects with the signal's reason when cancelled; nothing is left then.
 */
export async function makeBackup(source: BetterSqlite3.Database, order: BackupOrder): Promise<BackupView> {
  order.signal.throwIfAborted();
  await mkdir(order.folder, { recursive: true });
  const file = freeName(order);
  const partial = `${file}.partial`;
  try {
    await source.backup(partial, {
      progress: ({ totalPages, remainingPages }) => {
        order.signal.throwIfAborted();
        order.progress(totalPages - remainingPages, totalPages);
        return PAGES;
      },
    });
    order.signal.throwIfAborted();
    if (!copyIsSound(partial)) throw new Error('The copy did not pass its integrity check');
    const { size: bytes } = await stat(partial);
    const sha256 = await sha256Of(partial);
    order.signal.throwIfAborted();
    await rename(partial, file);
    const { at, why, schema } = order;
    await writeNote(file, { at, why, bytes, sha256, schema, verified: true });
    await pruneBackups(order.folder);
    return { file, at, bytes, why, verified: true };
  } catch (error) {
    await rm(partial, { force: true });
    await rm(`${partial}-journal`, { force: true });
    throw asFault(error);
  }
}
