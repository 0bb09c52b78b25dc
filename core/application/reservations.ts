import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Refusal } from '../contract/refusal.ts';
import { insert, remove, update, type Op } from '../domain/ops/op.ts';
import type { PartId, PartNeed, ReservationId, Stock, StockId } from '../domain/parts/part.ts';
import type { Appointment } from '../domain/work/appointment.ts';
import type { Reader } from './ports/store.ts';
import { invalid } from './refusals.ts';

type Ops = Outcome<readonly Op[], Refusal>;

/** What a stock can still promise: what lies there and is on its way, less what others have set aside. */
export function promisable(stock: Stock, setAside: ReadonlyMap<StockId, number>): number {
  const coming = stock.arrivals.reduce((sum, arrival) => sum + arrival.quantity, 0);
  return stock.onHand + coming - (setAside.get(stock.id) ?? 0);
}

/**
 * Sets parts aside for an appointment, one reservation for each part its location keeps. Whether they suffice was the
 * rules' to judge; where a person went on without, only what the stock can still promise is set aside, so that it never
 * promises more than it has and expects. `ids` are used in the order of the parts.
 */
export async function reserve(
  read: Reader,
  appointment: Pick<Appointment, 'id' | 'organizationId' | 'locationId'>,
  parts: readonly PartNeed[],
  ids: readonly ReservationId[],
): Promise<Ops> {
  if (parts.length === 0) return accept([]);
  if (ids.length < parts.length)
    return invalid('reservationIds', `must give an id for each of the ${parts.length} parts`);
  if (new Set(ids).size < ids.length) return invalid('reservationIds', 'must not name an id twice');
  const [taken] = await read.getMany('reservation', ids);
  if (taken !== undefined) return refuse({ kind: 'already-exists', entity: 'reservation', id: taken.id });
  const stocks = await read.stocksAt(
    appointment.locationId,
    parts.map((need) => need.partId),
  );
  if (stocks.length === 0) return accept([]);
  const standing = await read.setAside(stocks.map((stock) => stock.id));
  const left = new Map(stocks.map((stock) => [stock.partId, promisable(stock, standing)]));
  const ops: Op[] = [];
  for (const [index, { partId, quantity }] of parts.entries()) {
    const stock = stocks.find((one) => one.partId === partId);
    const id = ids[index];
    if (stock === undefined || id === undefined) continue;
    const available = left.get(partId) ?? 0;
    const aside = Math.min(available, quantity);
    if (aside <= 0) continue;
    left.set(partId, available - aside);
    const { organizationId, id: appointmentId } = appointment;
    const stockId = stock.id;
    ops.push(insert('reservation', { id, organizationId, stockId, appointmentId, quantity: aside, consumed: false }));
  }
  return accept(ops);
}

/** Gives back what was set aside and not used. */
export async function release(read: Reader, appointment: Pick<Appointment, 'id'>): Promise<readonly Op[]> {
  const reservations = await read.reservationsOf(appointment.id);
  return reservations.filter((one) => !one.consumed).map((one) => remove('reservation', one));
}

/** Takes the parts out of stock. */
export async function consume(read: Reader, appointment: Pick<Appointment, 'id'>): Promise<Ops> {
  const reservations = (await read.reservationsOf(appointment.id)).filter((one) => !one.consumed);
  if (reservations.length === 0) return accept([]);
  const stockIds = [...new Set(reservations.map((one) => one.stockId))];
  const ops: (Op | null)[] = [];
  for (const stock of await read.getMany('stock', stockIds)) {
    const own = reservations.filter((one) => one.stockId === stock.id);
    const quantity = own.reduce((sum, one) => sum + one.quantity, 0);
    if (stock.onHand < quantity) return short(read, stock.partId, quantity, stock.onHand);
    ops.push(...own.map((one) => update('reservation', one, { ...one, consumed: true })));
    ops.push(update('stock', stock, { ...stock, onHand: stock.onHand - quantity }));
  }
  return accept(ops.filter((op) => op !== null));
}

export async function short(
  read: Reader,
  partId: PartId,
  needed: number,
  available: number,
): Promise<Outcome<never, Refusal>> {
  const part = await read.get('part', partId);
  return refuse({ kind: 'stock-short', part: part?.name ?? partId, needed, available: Math.max(0, available) });
}
