import { changed, every, reservationKey, type AppointmentRow, type ReservationRow, type Rows } from './rows.ts';
import { quantityOf, type Needs } from './needs.ts';
import type { Site } from './site.ts';

/** What is set aside for an appointment and not used yet. */
export function standing(rows: Rows, appointmentId: string): readonly ReservationRow[] {
  return every(rows, 'reservation').filter((one) => one.appointmentId === appointmentId && !one.consumed);
}

export function setAsideOf(rows: Rows, stockId: string): number {
  return every(rows, 'reservation').reduce(
    (sum, one) => sum + (one.stockId === stockId && !one.consumed ? one.quantity : 0),
    0,
  );
}

/** What lies there and what is on its way. */
export function everOf(rows: Rows, stockId: string): number {
  return every(rows, 'stock')
    .filter((one) => one.id === stockId)
    .reduce((sum, one) => one.arrivals.reduce((left, arrival) => left + arrival.quantity, sum + one.onHand), 0);
}

/** The parts the work needs are set aside for it. */
export function setAside(
  rows: Rows,
  site: Site,
  appointment: AppointmentRow,
  needs: Needs | null,
  withIds: boolean,
): Rows {
  if (!withIds) return rows;
  const left = everOf(rows, site.stockId) - setAsideOf(rows, site.stockId);
  const quantity = Math.min(left, quantityOf(needs, site.partId));
  if (quantity <= 0) return rows;
  const of = { stockId: site.stockId, appointmentId: appointment.id };
  return changed(rows, [{ entity: 'reservation', id: reservationKey(of), ...of, quantity, consumed: false }]);
}

/** What was set aside and not used is anybody's again. */
export function giveBack(rows: Rows, appointmentId: string): Rows {
  return changed(
    rows,
    [],
    standing(rows, appointmentId).map((one) => one.id),
  );
}
