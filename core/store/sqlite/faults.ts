import { StoreFault } from '../../application/ports/store-fault.ts';
import type { Fault } from '../../contract/refusal.ts';

const FAULTS: readonly (readonly [prefix: string, code: Fault['code'], retryable: boolean])[] = [
  ['SQLITE_FULL', 'disk-full', true],
  ['SQLITE_READONLY', 'read-only', false],
  ['SQLITE_PERM', 'read-only', false],
  ['SQLITE_BUSY', 'busy', true],
  ['SQLITE_LOCKED', 'busy', true],
  ['SQLITE_CORRUPT', 'corrupt', false],
  ['SQLITE_NOTADB', 'corrupt', false],
  ['SQLITE_IOERR', 'unavailable', true],
  ['SQLITE_CANTOPEN', 'unavailable', true],
  ['SQLITE_TOOBIG', 'too-large', false],
];

/** SQLite's result code in words, like SQLITE_BUSY_SNAPSHOT; empty for errors of other origin. */
export function sqliteCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Turns what the environment did into a fault; a defect stays what it is. */
export function asFault(error: unknown): unknown {
  const code = sqliteCode(error);
  const known = FAULTS.find(([prefix]) => code.startsWith(prefix));
  return known === undefined ? error : new StoreFault(known[1], known[2], error);
}

/** The claims belt is the only trigger that raises. */
export function isClaimOverlap(error: unknown): boolean {
  return sqliteCode(error) === 'SQLITE_CONSTRAINT_TRIGGER';
}

export function isTakenId(error: unknown): boolean {
  return sqliteCode(error) === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}
