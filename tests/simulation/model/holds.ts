import { busy, isStale } from './minute-by-minute.ts';
import { giveBack } from './parts.ts';
import { changed, every, type AppointmentRow, type Model, type Rows, type WaitingRow } from './rows.ts';

const ASKED = { status: 'requested', approval: 'none' } as const;

/** A hold that ends is a request again, and its parts are anybody's; what was held for the waitlist is cancelled. */
export function letGo(rows: Rows, model: Model, held: AppointmentRow): Rows {
  const entry = offeredTo(rows, held.id);
  return entry === undefined
    ? asRequest(rows, held)
    : endOffer(rows, model, entry, held, isStale(held, model.now) ? 'expired' : 'declined');
}

export function asRequest(rows: Rows, held: AppointmentRow): Rows {
  return giveBack(changed(rows, [{ ...held, state: ASKED }]), held.id);
}

/** Whom the appointment is held for. */
export function offeredTo(rows: Rows, appointmentId: string): WaitingRow | undefined {
  return every(rows, 'waitlistEntry').find(
    ({ state }) => state.status === 'offered' && state.appointmentId === appointmentId,
  );
}

export function answered(entry: WaitingRow, answer: 'taken' | 'declined' | 'expired'): WaitingRow['offers'] {
  return entry.offers.map((offer) => (offer.answer === 'open' ? { ...offer, answer } : offer));
}

/** Whoever waits goes on waiting. */
export function waitsOn(entry: WaitingRow, answer: 'declined' | 'expired'): WaitingRow {
  return { ...entry, offers: answered(entry, answer), state: { status: 'waiting' } };
}

export function has(entry: WaitingRow, model: Model, appointmentId: AppointmentRow['id']): WaitingRow {
  return { ...entry, offers: answered(entry, 'taken'), state: { status: 'booked', appointmentId, at: model.now } };
}

export function endOffer(
  rows: Rows,
  model: Model,
  entry: WaitingRow,
  held: AppointmentRow,
  answer: 'declined' | 'expired',
): Rows {
  return giveBack(changed(rows, [called(held, model, answer), waitsOn(entry, answer)]), held.id);
}

export function called(held: AppointmentRow, model: Model, answer: 'declined' | 'expired'): AppointmentRow {
  const cause = answer === 'declined' ? 'offer-declined' : 'offer-expired';
  return { ...held, state: { status: 'cancelled', at: model.now, by: model.who, reason: '', cause } };
}

/** The holds that ran out where `fresh` goes are let go. */
export function withoutStale(rows: Rows, model: Model, fresh: AppointmentRow): Rows {
  const { now } = model;
  const wants = busy(fresh, now);
  const inTheWay = every(rows, 'appointment').filter((one) => {
    if (one.id === fresh.id || !isStale(one, now)) return false;
    const is = busy(one, now);
    const shares = one.claims.some((claim) => fresh.claims.some((other) => other.resourceId === claim.resourceId));
    return shares && is.from < wants.to && wants.from < is.to;
  });
  return inTheWay.reduce((all, one) => letGo(all, model, one), rows);
}
