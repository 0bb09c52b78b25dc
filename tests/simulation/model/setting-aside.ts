import { letGo } from './holds.ts';
import { isStale } from './minute-by-minute.ts';
import { quantityOf, type Needs } from './needs.ts';
import { everOf, setAsideOf, standing } from './parts.ts';
import { changed, every, reservationKey, type AppointmentRow, type Model, type Rows } from './rows.ts';
import type { Site } from './site.ts';

interface Idle {
  readonly hold: AppointmentRow;
  readonly quantity: number;
}

/** Holds that have run out and still have some of the stock, the earliest first. */
export function idleHolds({ rows, now }: Model, stockId: string): readonly Idle[] {
  const holds = every(rows, 'appointment').filter((one) => isStale(one, now));
  return holds
    .toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
    .map((hold) => {
      const own = standing(rows, hold.id).filter((one) => one.stockId === stockId);
      return { hold, quantity: own.reduce((sum, one) => sum + one.quantity, 0) };
    })
    .filter(({ quantity }) => quantity > 0);
}

/** What nobody has a claim to any more: time has run out, and nobody has tidied up. */
export function idleOf(model: Model, stockId: string): number {
  return idleHolds(model, stockId).reduce((sum, one) => sum + one.quantity, 0);
}

/** The parts the work needs, less what it has already, are set aside for it. `rows` are those of the model with what the booking changed already. */
export function setAside(
  rows: Rows,
  model: Model,
  site: Site,
  appointment: AppointmentRow,
  { needs, withIds }: { readonly needs: Needs | null; readonly withIds: boolean },
): Rows {
  if (!withIds) return rows;
  const { stockId } = site;
  const ever = everOf(rows, stockId);
  const written = setAsideOf(model.rows, stockId);
  const own = standing(rows, appointment.id).reduce((sum, one) => sum + one.quantity, 0);
  const needed = quantityOf(needs, site.partId) - own;
  const quantity = Math.min(Math.max(0, ever - (written - idleOf(model, stockId))), needed);
  if (quantity <= 0) return rows;
  const of = { stockId, appointmentId: appointment.id };
  const freed = letPartsGo(rows, model, stockId, quantity - Math.max(0, ever - written));
  return changed(freed, [
    { entity: 'reservation', id: reservationKey(of), ...of, quantity: own + quantity, consumed: false },
  ]);
}

/** One hold after the other, until so many are free that were not; some may be free already. */
export function letPartsGo(rows: Rows, model: Model, stockId: string, missing: number): Rows {
  const holds = idleHolds(model, stockId);
  const hasGone = ({ hold }: Idle): boolean => standing(rows, hold.id).length === 0;
  let left = holds.filter(hasGone).reduce((sum, one) => sum - one.quantity, missing);
  let next = rows;
  for (const one of holds.filter((idle) => !hasGone(idle))) {
    if (left <= 0) break;
    left -= one.quantity;
    next = letGo(next, model, one.hold);
  }
  return next;
}
