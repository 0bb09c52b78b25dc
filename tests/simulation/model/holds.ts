import { busy, isStale } from './minute-by-minute.ts';
import { giveBack } from './parts.ts';
import { changed, every, type AppointmentRow, type Rows } from './rows.ts';

const ASKED = { status: 'requested', approval: 'none' } as const;

/** A hold that ends is a request again, and its parts are anybody's. */
export function letGo(rows: Rows, held: AppointmentRow): Rows {
  return giveBack(changed(rows, [{ ...held, state: ASKED }]), held.id);
}

/** The holds that ran out where `fresh` goes are let go. */
export function withoutStale(rows: Rows, now: number, fresh: AppointmentRow): Rows {
  const wants = busy(fresh, now);
  const inTheWay = every(rows, 'appointment').filter((one) => {
    if (one.id === fresh.id || !isStale(one, now)) return false;
    const is = busy(one, now);
    const shares = one.claims.some((claim) => fresh.claims.some((other) => other.resourceId === claim.resourceId));
    return shares && is.from < wants.to && wants.from < is.to;
  });
  return inTheWay.reduce(letGo, rows);
}
