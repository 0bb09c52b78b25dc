import type { Actor } from '../../domain/organization/actor.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Zones } from '../../domain/time/zones.ts';
import type { BackupView, Health, VerifyReport } from '../../contract/views/setup-view.ts';

/** Clock, randomness and the like come from outside, so that tests and sample data can hold them still. */
export interface Clock {
  now(): Instant;
}

export interface Surroundings {
  readonly clock: Clock;
  readonly zones: Zones;
  /** Who is signed in; one local admin until rights exist. */
  readonly actor: Actor;
  /** Id of this installed copy. */
  readonly replica: string;
  /** SHA-256 as lower-case hex. */
  fingerprint(text: string): string;
  readonly version: string;
}

/** Backup and health of the database file, behind the store. */
export interface Keeper {
  backup(
    why: BackupView['why'],
    progress: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<BackupView>;
  backups(): Promise<readonly BackupView[]>;
  verify(): Promise<VerifyReport>;
  health(): Health;
}

/** Diagnostics for the local log: no names, no customers, no arguments. */
export interface Diagnostics {
  note(
    level: 'info' | 'warning' | 'error',
    what: string,
    facts: Readonly<Record<string, string | number | boolean>>,
  ): void;
}
