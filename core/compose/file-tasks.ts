import path from 'node:path';
import english from '../../resources/messages/en.json' with { type: 'json' };
import type { Phrase } from '../contract/phrases/phrase.ts';
import { say } from '../contract/say.ts';
import type { ZoneId } from '../domain/time/zones.ts';
import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { makeFolder } from '../server/data-folder.ts';
import { cannotRebuild, cannotRestore } from '../server/open-problem.ts';
import { restoreBackup } from '../store/backup/restore-backup.ts';
import { rebuildFile, type Rebuilt } from '../store/rebuild/rebuild-file.ts';
import { systemClock, zones } from './clocks.ts';
import { databaseIn } from './folder.ts';

/** Copies a backup to a new data folder, or to a new file when the path ends like one. The refusal is a sentence. */
export async function restoreTo(backup: string, newPath: string): Promise<Outcome<{ readonly path: string }, string>> {
  const target = /\.(db|sqlite)$/.test(newPath) ? newPath : databaseIn(newPath);
  const unusable = makeFolder(path.dirname(target));
  if (unusable !== undefined) return refuse(unusable);
  const restored = await restoreBackup(backup, target);
  return restored.ok ? accept({ path: restored.value }) : refuse(cannotRestore(restored.refusal));
}

/** Writes a new data folder, or a new file when the path ends like one, from the log of this one. The refusal is a sentence. */
export async function rebuildTo(
  dataDir: string,
  newPath: string,
  progress: (done: number, total: number) => void,
): Promise<Outcome<Rebuilt, string>> {
  const target = /\.(db|sqlite)$/.test(newPath) ? newPath : databaseIn(newPath);
  const unusable = makeFolder(path.dirname(target));
  if (unusable !== undefined) return refuse(unusable);
  const made = await rebuildFile(databaseIn(dataDir), target, systemClock.now(), progress);
  return made.ok ? made : refuse(cannotRebuild(made.refusal));
}

/** English words of a phrase, times in UTC where no zone is named, for hosts without a catalogue of their own. */
export function englishWords(words: Phrase, zone: ZoneId = 'Etc/UTC' as ZoneId): string {
  return say(english, words, { zones, zone, now: systemClock.now() });
}
