import { changed, every, type ReservationRow, type Rows } from './rows.ts';

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

/** What was set aside and not used is anybody's again. */
export function giveBack(rows: Rows, appointmentId: string): Rows {
  return changed(
    rows,
    [],
    standing(rows, appointmentId).map((one) => one.id),
  );
}
