import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BackupView } from '../../contract/views/setup-view.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** The small JSON beside a backup. */
export interface BackupNote {
  readonly at: Instant;
  readonly why: BackupView['why'];
  readonly bytes: number;
  /** Of the backup file, lower-case hex. */
  readonly sha256: string;
  readonly schema: number;
  readonly verified: boolean;
}

const ENDING = '.sqlite';
const PARTIAL = '.partial';
const PIECE = 1 << 20;
const KEPT: Readonly<Record<BackupView['why'], number>> = {
  'start-of-day': 14,
  'before-migration': 5,
  'on-command': Infinity,
};

/** `laneway-2026-11-23T070512Z-start-of-day.sqlite`: UTC, sorts by time, no character any system forbids. */
export function backupName(at: Instant, why: BackupView['why'], repeat: number): string {
  const time = new Date(at).toISOString().slice(0, 19).replaceAll(':', '');
  return `laneway-${time}Z-${why}${repeat === 0 ? '' : `-${repeat + 1}`}${ENDING}`;
}

/** The first name that no file has and no backup under way will get. */
export function freeName(
  folder: string,
  at: Instant,
  why: BackupView['why'],
  taken: ReadonlySet<string> = new Set(),
): string {
  for (let repeat = 0; ; repeat += 1) {
    const file = path.join(folder, backupName(at, why, repeat));
    if (!existsSync(file) && !taken.has(file)) return file;
  }
}

/** What a backup is called until it is whole and checked: no other attempt is called so. */
export function partialName(file: string, attempt: number): string {
  return `${file}.${attempt}${PARTIAL}`;
}

/** Deletes what backups left that a crash or a power cut ended; the copies under way stay. */
export async function sweepPartials(folder: string, underway: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    const partial = path.join(folder, name.replace(/-journal$/, ''));
    if (!name.startsWith('laneway-') || !partial.endsWith(PARTIAL) || underway.has(partial)) continue;
    // One that its thread has not let go of yet goes another time.
    await rm(path.join(folder, name), { force: true }).catch(() => undefined);
  }
}

export function notePath(file: string): string {
  return `${file}.json`;
}

/** `turn` is called between two pieces; it may throw to stop. */
export async function sha256Of(file: string, turn: () => void = () => undefined): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: PIECE })) {
    turn();
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}

/** Undefined when there is no note or it cannot be read. */
export async function readNote(file: string): Promise<BackupNote | undefined> {
  try {
    return JSON.parse(await readFile(notePath(file), 'utf8')) as BackupNote;
  } catch {
    return undefined;
  }
}

export async function writeNote(file: string, note: BackupNote): Promise<void> {
  await writeFile(notePath(file), `${JSON.stringify(note, null, 2)}\n`, { flush: true });
}

/** Newest first. A file without its note is not a backup: it never was finished. */
export async function listBackups(folder: string): Promise<readonly BackupView[]> {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(folder)).filter((name) => name.startsWith('laneway-') && name.endsWith(ENDING));
  const found: BackupView[] = [];
  for (const name of names) {
    const file = path.join(folder, name);
    const note = await readNote(file);
    if (note === undefined) continue;
    found.push({ file, at: note.at, bytes: note.bytes, why: note.why, verified: note.verified });
  }
  return found.toSorted((one, other) => other.at - one.at || (one.file < other.file ? 1 : -1));
}

/** Deletes what is older than the newest 14 daily and 5 before-migration ones; those made on command stay. */
export async function pruneBackups(folder: string): Promise<void> {
  const seen = new Map<BackupView['why'], number>();
  for (const backup of await listBackups(folder)) {
    const count = (seen.get(backup.why) ?? 0) + 1;
    seen.set(backup.why, count);
    if (count <= KEPT[backup.why]) continue;
    await rm(backup.file, { force: true });
    await rm(notePath(backup.file), { force: true });
  }
}
