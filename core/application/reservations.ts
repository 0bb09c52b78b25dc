import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Refusal } from '../contract/refusal.ts';
import { insert, update, type Op } from '../domain/ops/op.ts';
import type { PartId, PartNeed, Reservation, ReservationId, Stock, StockId } from '../domain/parts/part.ts';
import type { Appointment } from '../domain/work/appointment.ts';
import { derivedId } from './derived-id.ts';
import { asideNow, letPartsGo } from './parts-aside.ts';
import type { Reader } from './ports/store.ts';
import { invalid } from './refusals.ts';
import type { Scene } from './use-case.ts';

type Ops = Outcome<readonly Op[], Refusal>;

/**
 * What a stock can still promise: what lies there and is on its way, less what others have set aside. Never less than
 * nothing, even where a count found fewer than were promised. `going` of what is set aside is about to be given back.
 */
export function promisable(stock: Stock, setAside: ReadonlyMap<StockId, number>, going = 0): number {
  const coming = stock.arrivals.reduce((sum, arrival) => sum + arrival.quantity, 0);
  return Math.max(0, stock.onHand + coming - Math.max(0, (setAside.get(stock.id) ?? 0) - going));
}

/**
 * Sets parts aside for an appointment, one reservation for each part its location keeps. Whether they suffice was the
 * rules' to judge; where a person went on without, only what the stock can still promise is set aside, so that it never
 * promises more than it has and expects. `ids` are used in the order of the parts. Holds that have run out let go of what
 * is needed; `going` are the ops of this command that let go of some already.
 */
export async function reserve(
  read: Reader,
  scene: Scene,
  appointment: Pick<Appointment, 'id' | 'organizationId' | 'locationId'>,
  parts: readonly PartNeed[],
  ids: readonly ReservationId[],
  going: readonly Op[],
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
  const stockIds = stocks.map((stock) => stock.id);
  const aside = await asideNow(read, scene, appointment.locationId, stockIds);
  const left = new Map(stocks.map((stock) => [stock.partId, promisable(stock, aside.standing)]));
  const ops: Op[] = [];
  for (const [index, { partId, quantity }] of parts.entries()) {
    const stock = stocks.find((one) => one.partId === partId);
    const id = ids[index];
    if (stock === undefined || id === undefined) continue;
    const available = left.get(partId) ?? 0;
    const taken = Math.min(available, quantity);
    if (taken <= 0) continue;
    left.set(partId, available - taken);
    const { organizationId, id: appointmentId } = appointment;
    const stockId = stock.id;
    ops.push(insert('reservation', { id, organizationId, stockId, appointmentId, quantity: taken, consumed: false }));
  }
  const released: Op[] = [];
  for (const stock of stocks) {
    const wanted = promisable(stock, aside.standing) - (left.get(stock.partId) ?? 0);
    const missing = wanted - promisable(stock, aside.written);
    released.push(...(await letPartsGo(read, scene, aside, stock.id, missing, [...going, ...released])));
  }
  return accept([...released, ...ops]);
}

/**
 * Takes the parts out of stock: those set aside, and of those that were missing when it was booked as many as have come
 * since and are nobody else's. `parts` is what the work needs.
 */
export async function consume(
  read: Reader,
  scene: Scene,
  appointment: Pick<Appointment, 'id' | 'organizationId' | 'locationId'>,
  parts: readonly PartNeed[],
): Promise<Ops> {
  const all = await read.reservationsOf(appointment.id);
  const ids = [...new Set([...all.map((one) => one.stockId), ...(await stockIdsOf(read, appointment, parts))])];
  if (ids.length === 0) return accept([]);
  const aside = await asideNow(read, scene, appointment.locationId, ids);
  const ops: (Op | null)[] = [];
  const released: Op[] = [];
  for (const stock of await read.getMany('stock', ids)) {
    const own = all.filter((one) => one.stockId === stock.id);
    const open = own.filter((one) => !one.consumed);
    const quantity = quantityOf(open);
    if (stock.onHand < quantity) return short(read, stock.partId, quantity, stock.onHand);
    const missing = quantityOf(parts.filter((need) => need.partId === stock.partId)) - quantityOf(own);
    const rest = Math.max(0, Math.min(missing, stock.onHand - (aside.standing.get(stock.id) ?? 0)));
    ops.push(...open.map((one) => update('reservation', one, { ...one, consumed: true })));
    if (rest > 0) ops.push(insert('reservation', taken(scene, appointment, stock.id, rest)));
    const wanting = rest === 0 ? 0 : rest - (stock.onHand - (aside.written.get(stock.id) ?? 0));
    released.push(...(await letPartsGo(read, scene, aside, stock.id, wanting, released)));
    ops.push(update('stock', stock, { ...stock, onHand: stock.onHand - quantity - rest }));
  }
  return accept([...released, ...ops.filter((op) => op !== null)]);
}

async function stockIdsOf(
  read: Reader,
  { locationId }: Pick<Appointment, 'locationId'>,
  parts: readonly PartNeed[],
): Promise<readonly StockId[]> {
  if (parts.length === 0) return [];
  const stocks = await read.stocksAt(locationId, [...new Set(parts.map((need) => need.partId))]);
  return stocks.map((stock) => stock.id);
}

function quantityOf(rows: readonly { readonly quantity: number }[]): number {
  return rows.reduce((sum, one) => sum + one.quantity, 0);
}

function taken(
  scene: Scene,
  { id: appointmentId, organizationId }: Pick<Appointment, 'id' | 'organizationId'>,
  stockId: StockId,
  quantity: number,
): Reservation {
  const id = derivedId(scene, 'reservation', 'taken', appointmentId, stockId);
  return { id, organizationId, stockId, appointmentId, quantity, consumed: true };
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
