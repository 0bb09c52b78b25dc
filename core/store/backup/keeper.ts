import type BetterSqlite3 from 'better-sqlite3';
import type { Instant } from '../../domain/time/instant.ts';
import type { StoreKeeper } from '../opened-store.ts';
import { listBackups } from './backup-files.ts';
import { makeBackup } from './make-backup.ts';
import { verifyFile } from '../verify/verify-file.ts';

/** Backup and health of one open database file. */
export function createKeeper(
  source: BetterSqlite3.Database,
  place: { readonly file: string; readonly folder: string; readonly now: () => Instant; readonly schema: number },
): StoreKeeper {
  const { file, folder, schema } = place;
  return {
    backup: (why, progress, signal) => makeBackup(source, { folder, at: place.now(), why, schema, progress, signal }),
    backups: () => listBackups(folder),
    verify: () => verifyFile(file),
    async startOfDayDue(dayStart) {
      const made = await listBackups(folder);
      return !made.some((one) => one.why === 'start-of-day' && one.at >= dayStart);
    },
  };
}
