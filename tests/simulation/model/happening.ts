import { addMinutes, instant, type Instant } from '../../../core/domain/time/instant.ts';
import { accepted, refused, type Answer } from './answer.ts';
import type { AskOf } from './asks.ts';
import { partsOf, waitingParts } from './chain.ts';
import { has, letGo, waitsOn } from './holds.ts';
import { isStale } from './minute-by-minute.ts';
import { needsOf, quantityOf } from './needs.ts';
import { giveBack, setAsideOf } from './parts.ts';
import { isFinal } from './placing.ts';
import { feeRow, lateFee, noShowFee } from './policy.ts';
import { changed, every, reservationKey, row, type AppointmentRow, type Model, type Row, type Rows } from './rows.ts';
import { idleOf, letPartsGo } from './setting-aside.ts';
import type { Site } from './site.ts';

type Status = AppointmentRow['state']['status'];

/** The appointment, if it stands in one of the statuses that the step starts from; else the refusal. */
function from(model: Model, id: string, statuses: readonly Status[]): AppointmentRow | Answer {
  const one = row(model.rows, 'appointment', id);
  if (one === undefined) return refused('not-found');
  if (statuses.includes(one.state.status)) return one;
  return refused(isFinal(one) ? 'final-status' : 'wrong-status');
}

const isAnswer = (one: AppointmentRow | Answer): one is Answer => 'refused' in one;

/** Clocks may differ by five minutes. */
function willBe(model: Model, at: Instant | number): boolean {
  return at > addMinutes(model.now, 5);
}

/** Nobody begins earlier than that. */
const A_DAY = 24 * 60;

export function start(model: Model, { args }: AskOf<'startAppointment'>): Answer {
  const one = from(model, args.id, ['confirmed']);
  if (isAnswer(one)) return one;
  if (willBe(model, args.at) || args.at < addMinutes(one.start, -A_DAY)) return refused('invalid-input');
  const state = { status: 'in-progress', startedAt: instant(args.at) } as const;
  return accepted(changed(model.rows, [{ ...one, state }]));
}

export function takeBackStart(model: Model, { args }: AskOf<'takeBackStart'>): Answer {
  const one = from(model, args.id, ['in-progress']);
  return isAnswer(one) ? one : accepted(changed(model.rows, [{ ...one, state: { status: 'confirmed' } }]));
}

export function complete(model: Model, site: Site, { args }: AskOf<'completeAppointment'>): Answer {
  const one = from(model, args.id, ['in-progress']);
  if (isAnswer(one)) return one;
  const startedAt = one.state.status === 'in-progress' ? one.state.startedAt : one.start;
  if (willBe(model, args.at) || args.at < startedAt) return refused('invalid-input');
  const state = { status: 'completed', startedAt, endedAt: instant(args.at) } as const;
  const used = withPartsUsed(model, site, one);
  if (used === null) return refused('stock-short');
  const put: Row[] = [{ ...one, state }];
  const order = row(model.rows, 'workOrder', one.workOrderId);
  const unfinished = partsOf(model.rows, one).filter(
    ({ id, state: { status } }) => id !== one.id && status !== 'completed',
  );
  if (order?.state.status === 'open' && unfinished.length === 0)
    put.push({ ...order, state: { status: 'done', at: instant(args.at) } });
  return accepted(changed(used, put));
}

/** What was set aside is used, and of what was missing as much as has come since and is nobody else's. */
function withPartsUsed(model: Model, { stockId, partId }: Site, one: AppointmentRow): Rows | null {
  const { rows } = model;
  const stock = row(rows, 'stock', stockId);
  if (stock === undefined) return rows;
  const of = { stockId, appointmentId: one.id };
  const own = row(rows, 'reservation', reservationKey(of));
  const open = own === undefined || own.consumed ? 0 : own.quantity;
  if (stock.onHand < open) return null;
  const visits = every(rows, 'appointment').filter(
    (other) =>
      other.workOrderId !== null && other.workOrderId === one.workOrderId && other.state.status !== 'cancelled',
  );
  const isWhole = visits.length > 0 && visits.every((other) => other.id === one.id);
  const missing = (isWhole ? quantityOf(needsOf(rows, one), partId) : 0) - (own?.quantity ?? 0);
  const written = setAsideOf(rows, stockId);
  const rest = Math.max(0, Math.min(missing, stock.onHand - (written - idleOf(model, stockId))));
  if (open + rest === 0) return rows;
  const wanting = rest === 0 ? 0 : rest - (stock.onHand - written);
  const quantity = (own?.quantity ?? 0) + rest;
  return changed(letPartsGo(rows, model, stockId, wanting), [
    { entity: 'reservation', id: reservationKey(of), ...of, quantity, consumed: true },
    { ...stock, onHand: stock.onHand - open - rest },
  ]);
}

/** `who` is the name of the one who cancels. */
export function cancel(model: Model, { args }: AskOf<'cancelAppointment'>): Answer {
  const one = from(model, args.id, ['requested', 'held', 'confirmed']);
  if (isAnswer(one)) return one;
  const state = { status: 'cancelled', at: model.now, by: model.who, reason: args.reason } as const;
  const waived = { status: 'waived', at: model.now, by: model.who, reason: args.reason } as const;
  const { now } = model;
  const asked = args.charge === false ? { now, state: waived } : { now };
  const fee = feeRow(one, 'late-cancellation', lateFee(one, model), asked);
  return accepted(withoutRest(giveBack(changed(model.rows, [{ ...one, state }, ...fee]), one.id), one, state));
}

export function noShow(model: Model, { args }: AskOf<'markNoShow'>): Answer {
  const one = from(model, args.id, ['confirmed']);
  if (isAnswer(one)) return one;
  if (willBe(model, one.start)) return refused('invalid-input');
  const fee = feeRow(one, 'no-show', noShowFee(one, model), model);
  const state = { status: 'no-show', at: model.now } as const;
  const rest = { status: 'cancelled', at: model.now, by: model.who, reason: '', cause: 'part-missed' } as const;
  return accepted(withoutRest(giveBack(changed(model.rows, [{ ...one, state }, ...fee]), one.id), one, rest));
}

/** Nobody comes for the rest of long work either; what it costs is told once. */
function withoutRest(rows: Rows, one: AppointmentRow, state: AppointmentRow['state']): Rows {
  return waitingParts(rows, one).reduce((all, part) => giveBack(changed(all, [{ ...part, state }]), part.id), rows);
}

export function releaseHold(model: Model, { args }: AskOf<'releaseHold'>): Answer {
  const one = from(model, args.id, ['held']);
  return isAnswer(one) ? one : accepted(letGo(model.rows, model, one));
}

/** Every hold that has run out is let go, and offers whose appointment went another way are put right. */
export function sweep(model: Model): Answer {
  const stale = every(model.rows, 'appointment').filter((one) => isStale(one, model.now));
  const swept = stale.reduce((rows, one) => letGo(rows, model, one), model.rows);
  const ended = every(model.rows, 'waitlistEntry').flatMap((entry): Row[] => {
    if (entry.state.status !== 'offered') return [];
    const one = row(model.rows, 'appointment', entry.state.appointmentId);
    const status = one?.state.status;
    if (status === 'held') return [];
    const isPending = one?.state.status === 'requested' && one.state.approval === 'pending';
    const isLost = [undefined, 'cancelled', 'requested', 'no-show'].includes(status) && !isPending;
    return [isLost ? waitsOn(entry, 'expired') : has(entry, model, entry.state.appointmentId)];
  });
  return accepted(changed(swept, ended));
}
