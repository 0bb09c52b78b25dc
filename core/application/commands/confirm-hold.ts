import { confirmOrAsk } from '../approvals.ts';
import type { LogEntry } from '../ports/log-entry.ts';
import type { Reader } from '../ports/store.ts';
import { decide, found, notFound } from '../refusals.ts';
import { mayBecome } from '../transition.ts';
import type { UseCase } from '../use-case.ts';
import { asRequester, mayUse } from '../waiting/requester.ts';

/** A hold that has run out is only a request, and is confirmed like one: its place is judged again. */
export const confirmHold: UseCase<'confirmHold'> = async (tx, args, scene) => {
  const row = await found(tx, 'appointment', args.id, 'id');
  if (!row.ok) return row;
  // Whose it is is nobody's business: to a requester the holds of others are not there.
  if (!mayUse(scene, row.value)) return notFound('appointment', args.id, 'id');
  const { state } = row.value;
  const { status } = state;
  const waits = state.status === 'requested' && state.approval === 'pending';
  if (waits || (status !== 'requested' && status !== 'held')) {
    const earlier = await confirmedBy(tx, args.id, args.key);
    if (earlier !== undefined) return decide(row.value.title, [], { sameAs: earlier });
  }
  const open = await mayBecome(tx, args.id, 'confirmed', ['requested', 'held']);
  return open.ok ? confirmOrAsk(tx, asRequester(scene), open.value, null) : open;
};

/** The confirmation under this key. */
async function confirmedBy(read: Reader, id: string, key: string): Promise<LogEntry | undefined> {
  const entries = await read.logAfter('appointment', id, 0);
  return entries.findLast((entry) => entry.name === 'confirmHold' && keyOf(entry.args) === key);
}

function keyOf(args: unknown): unknown {
  return typeof args === 'object' && args !== null && 'key' in args ? args.key : undefined;
}
