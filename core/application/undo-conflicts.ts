import type { Op } from '../domain/ops/op.ts';
import type { LogEntry } from './ports/log-entry.ts';
import type { Reader } from './ports/store.ts';
import { isRanOut } from './ran-out.ts';

/**
 * What still counts of later entries: an undo or redo and what it takes back cancel each other when both came later.
 * From the newest on, so that a redo first revives what its undo took back. `later` may come in any order.
 */
export function standing(later: readonly LogEntry[], after: number): readonly LogEntry[] {
  const cancelled = new Set<number>();
  for (const entry of later.toSorted((a, b) => b.sequence - a.sequence)) {
    if (cancelled.has(entry.sequence) || entry.reverts === null || entry.reverts <= after) continue;
    cancelled.add(entry.sequence).add(entry.reverts);
  }
  return later.filter((entry) => !cancelled.has(entry.sequence));
}

/** What was done since to what an entry is about. */
export interface Since {
  /** The newest change that somebody would lose. */
  readonly change: LogEntry | undefined;
  /** A hold of it has run out: its rows are not as the entry left them, but nobody decided that. */
  readonly ranOut: boolean;
}

/** What became of the row since. */
export async function changedSince(read: Reader, entry: LogEntry, op: Op): Promise<Since> {
  const later = standing(
    (await read.logAfter(op.entity, op.id, entry.sequence)).filter((one) => !isQuiet(one, op.id)),
    entry.sequence,
  );
  const undone = later.filter((one) => !hasRanOut(one, op));
  return { change: undone.at(-1), ranOut: undone.length < later.length };
}

/** A reminder that went out changes nothing that anybody would want back. */
function isQuiet({ ops }: LogEntry, id: string): boolean {
  return ops
    .filter((op) => op.id === id)
    .every((op) => op.op === 'update' && op.entity === 'appointment' && Object.keys(op.after).join() === 'reminded');
}

/** Where `op` sets what running out has set as well, its own words would be lost; an entry of the waitlist has none. */
function hasRanOut(later: LogEntry, op: Op): boolean {
  if (op.op === 'update' && op.entity === 'appointment' && op.after.state !== undefined) return false;
  const own = later.ops.filter((one) => one.id === op.id);
  return own.every((one) => isRanOut(later, one));
}

const PAGE = 200;

/** The newest use that was made since of rows that would go; a hold that ran out uses nothing. */
export async function referredTo(read: Reader, entry: LogEntry, removed: readonly Op[]): Promise<LogEntry | undefined> {
  if (removed.length === 0) return undefined;
  const own = new Set(removed.map((op) => op.id));
  const later: LogEntry[] = [];
  let before: number | null = null;
  for (;;) {
    const page: readonly LogEntry[] = await read.log({ entity: null, id: null, before, limit: PAGE });
    later.push(...page.filter((one) => one.sequence > entry.sequence));
    const last = page.at(-1);
    if (last === undefined || last.sequence <= entry.sequence) break;
    before = last.sequence;
  }
  return standing(later, entry.sequence).find((one) => one.ops.some((op) => mentions(op, own) && !isRanOut(one, op)));
}

function mentions(op: Op, ids: ReadonlySet<string>): boolean {
  if (op.op === 'delete' || ids.has(op.id)) return false;
  const text = JSON.stringify(op.op === 'insert' ? op.row : op.after);
  return [...ids].some((id) => text.includes(id));
}
