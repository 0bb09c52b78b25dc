import type { Op } from '../domain/ops/op.ts';
import type { LogEntry } from './ports/log-entry.ts';

/**
 * True of an op that says only that a hold had run out: the appointment is a request again, or called off when it was an
 * offer, its parts are given back, the customer waits on. Nobody decided that, whoever's command wrote it down.
 */
export function isRanOut(entry: Pick<LogEntry, 'at' | 'ops'>, op: Op): boolean {
  if (op.entity === 'appointment') return endsHold(entry, op);
  if (op.entity === 'reservation') return op.op === 'delete' && hasRanOut(entry, op.row.appointmentId);
  if (op.entity !== 'waitlistEntry' || op.op !== 'update') return false;
  const offer = op.before.state;
  return offer?.status === 'offered' && hasRanOut(entry, offer.appointmentId);
}

function hasRanOut(entry: Pick<LogEntry, 'at' | 'ops'>, appointmentId: string): boolean {
  return entry.ops.some((op) => op.entity === 'appointment' && op.id === appointmentId && endsHold(entry, op));
}

function endsHold({ at }: Pick<LogEntry, 'at'>, op: Extract<Op, { readonly entity: 'appointment' }>): boolean {
  if (op.op !== 'update' || Object.keys(op.after).join() !== 'state') return false;
  const { state: held } = op.before;
  const { state } = op.after;
  if (held?.status !== 'held' || held.until > at) return false;
  if (state?.status === 'requested') return state.approval === 'none';
  return state?.status === 'cancelled' && state.cause === 'offer-expired';
}
