import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { Op } from '../domain/ops/op.ts';
import type { LogEntry } from './ports/log-entry.ts';
import type { Reader } from './ports/store.ts';

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

/** Refused, with who and when, if somebody has changed the row since. */
export async function changedSince(read: Reader, entry: LogEntry, op: Op): Promise<Outcome<null, Refusal>> {
  const later = await read.logAfter(op.entity, op.id, entry.sequence);
  const change = standing(
    later.filter((one) => !isQuiet(one, op.id)),
    entry.sequence,
  ).at(-1);
  return change === undefined ? accept(null) : changed(entry, change);
}

/** A reminder that went out changes nothing that anybody would want back. */
function isQuiet({ ops }: LogEntry, id: string): boolean {
  return ops
    .filter((op) => op.id === id)
    .every((op) => op.op === 'update' && op.entity === 'appointment' && Object.keys(op.after).join() === 'reminded');
}

const PAGE = 200;

/** A row that would go must not have been put to use by anybody since. */
export async function referredTo(
  read: Reader,
  entry: LogEntry,
  removed: readonly Op[],
): Promise<Outcome<null, Refusal>> {
  if (removed.length === 0) return accept(null);
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
  const user = standing(later, entry.sequence).find((one) => one.ops.some((op) => mentions(op, own)));
  return user === undefined ? accept(null) : changed(entry, user);
}

function mentions(op: Op, ids: ReadonlySet<string>): boolean {
  if (op.op === 'delete' || ids.has(op.id)) return false;
  const text = JSON.stringify(op.op === 'insert' ? op.row : op.after);
  return [...ids].some((id) => text.includes(id));
}

function changed(entry: LogEntry, { actorName, at }: LogEntry): Outcome<never, Refusal> {
  return refuse({ kind: 'changed-since', what: entry.subject, by: actorName, at });
}
