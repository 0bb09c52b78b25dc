import type { LanewayEvent } from '../contract/events.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { ZoneId } from '../domain/time/zones.ts';
import type { FileCheck } from './ports/file-work.ts';
import type { Store } from './ports/store.ts';
import type { Diagnostics, Keeper } from './ports/surroundings.ts';

export interface UpkeepParts {
  readonly store: Store;
  readonly keeper: Keeper & {
    startOfDayDue(dayStart: Instant): Promise<boolean>;
    check(): Promise<FileCheck>;
  };
  /** Midnight of today in the zone. */
  readonly startOfDay: (zone: ZoneId) => Instant;
  /** Lets the first moments of a day pass; rejects when the signal comes. */
  readonly wait: (signal: AbortSignal) => Promise<void>;
  /** False for hosts that live for one call. */
  readonly checks: boolean;
  /** Lets go of what has run out and offers what has become free; null for hosts that live for one call. */
  readonly tidy: (() => Promise<void>) | null;
  /** Lets the time between two rounds of tidying pass; rejects when the signal comes. */
  readonly pause: (signal: AbortSignal) => Promise<void>;
  readonly diagnostics: Diagnostics;
  readonly publish: (event: LanewayEvent) => void;
}

/** What a host does for its file beside the work: some of it once after opening, some now and then. The answer stops it and waits. */
export function upkeep(parts: UpkeepParts): () => Promise<void> {
  const stop = new AbortController();
  const work = async (): Promise<void> => {
    // A backup that fails keeps nobody from working; `backups` shows that it is missing.
    await backupWhenDue(parts, stop.signal).catch(() => note(parts, 'start-of-day-backup-failed', stop.signal));
    if (parts.checks) await checkWhenUnknown(parts, stop.signal).catch(() => note(parts, 'check-failed', stop.signal));
  };
  const done = Promise.all([work(), tidyOften(parts, stop.signal)]);
  return async () => {
    stop.abort();
    await done;
  };
}

/** Round after round until the host ends; one that fails is tried again in the next. */
async function tidyOften(parts: UpkeepParts, signal: AbortSignal): Promise<void> {
  const { tidy, pause } = parts;
  if (tidy === null) return;
  while (!signal.aborted) {
    await tidy().catch(() => note(parts, 'tidying-failed', signal));
    await pause(signal).catch(() => undefined);
  }
}

/** The first opening of a day makes a backup. */
async function backupWhenDue({ store, keeper, startOfDay }: UpkeepParts, signal: AbortSignal): Promise<void> {
  if ((await store.read.sequence()) === 0) return;
  const [location] = await store.read.all('location');
  const midnight = startOfDay(location?.zone ?? ('Etc/UTC' as ZoneId));
  if (await keeper.startOfDayDue(midnight)) await keeper.backup('start-of-day', () => undefined, signal);
}

/** After a clean shutdown the file was opened at once; here it is looked at all the same. */
async function checkWhenUnknown(parts: UpkeepParts, signal: AbortSignal): Promise<void> {
  const { keeper, diagnostics, publish } = parts;
  await parts.wait(signal);
  if (keeper.health() !== 'unchecked') return;
  const tell = (): void => publish({ event: 'healthChanged', health: keeper.health() });
  try {
    const checking = keeper.check();
    tell();
    const { ok, name, found } = await checking;
    if (!ok) diagnostics.note('error', 'file-damaged', { check: name, found });
  } finally {
    tell();
  }
}

function note({ diagnostics }: UpkeepParts, what: string, signal: AbortSignal): void {
  if (!signal.aborted) diagnostics.note('warning', what, {});
}
