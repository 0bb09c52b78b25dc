import { mkdir } from 'node:fs/promises';
import type { FileWork } from '../../application/ports/file-work.ts';
import type { Health } from '../../contract/views/setup-view.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { StoreKeeper } from '../opened-store.ts';
import { asFault } from '../sqlite/faults.ts';
import { freeName, listBackups, partialName, pruneBackups, sweepPartials } from './backup-files.ts';

export interface KeeperPlace {
  readonly file: string;
  readonly folder: string;
  readonly now: () => Instant;
  readonly schema: number;
  /** The file was checked when it was opened. */
  readonly checked: boolean;
}

/** Backup and health of one open database file. The long work is done by `work`, wherever that is. */
export function createKeeper(work: FileWork, place: KeeperPlace): StoreKeeper {
  const { file: source, folder, schema } = place;
  /** Files to be, and what they are called meanwhile. */
  const underway = new Set<string>();
  let attempts = 0;
  let health: Health = place.checked ? 'ok' : 'unchecked';
  return {
    async backup(why, progress, signal) {
      signal.throwIfAborted();
      await mkdir(folder, { recursive: true });
      const at = place.now();
      const file = freeName(folder, at, why, underway);
      attempts += 1;
      const partial = partialName(file, attempts);
      underway.add(file).add(partial);
      try {
        await sweepPartials(folder, underway);
        const tools = { progress, signal, keep: () => !signal.aborted };
        const made = await work.backup({ source, file, partial, at, why, schema }, tools);
        await pruneBackups(folder);
        return made;
      } catch (error) {
        signal.throwIfAborted();
        throw asFault(error);
      } finally {
        underway.delete(file);
        underway.delete(partial);
      }
    },
    backups: () => listBackups(folder),
    async verify() {
      const report = await work.verify(source);
      health = report.checks.some((one) => one.name === 'integrity' && !one.ok) ? 'damaged' : 'ok';
      return report;
    },
    health: () => health,
    async check() {
      const before = health;
      health = 'checking';
      try {
        const found = await work.check(source);
        health = found.ok ? 'ok' : 'damaged';
        return found;
      } catch (error) {
        health = before;
        throw error;
      }
    },
    async startOfDayDue(dayStart) {
      const made = await listBackups(folder);
      return !made.some((one) => one.why === 'start-of-day' && one.at >= dayStart);
    },
  };
}
