import type { Op } from '../domain/ops/op.ts';
import type { LocationId } from '../domain/organization/location.ts';
import type { Reservation, StockId } from '../domain/parts/part.ts';
import type { Appointment } from '../domain/work/appointment.ts';
import { occupies } from '../domain/work/status-machine.ts';
import { letHoldGo } from './holds.ts';
import type { Reader, Taking } from './ports/store.ts';
import type { Scene } from './use-case.ts';

type Held = { readonly hold: Appointment; readonly parts: readonly Reservation[] };

/** What is set aside at one location, and how much of it is there only because nobody has tidied up yet. */
export interface Aside {
  /** For each stock what is written down; a stock of which nothing is has no entry. */
  readonly written: ReadonlyMap<StockId, number>;
  /** The same without what holds that have run out still have: that is free, as their time is. */
  readonly standing: ReadonlyMap<StockId, number>;
  readonly expired: readonly Held[];
}

/** How much of the stocks is set aside now. All of them belong to the location. */
export async function asideNow(
  read: Reader,
  scene: Scene,
  locationId: LocationId,
  stockIds: readonly StockId[],
): Promise<Aside> {
  const written = await read.setAside(stockIds);
  if (written.size === 0) return { written, standing: written, expired: [] };
  const wanted = new Set(stockIds);
  const expired: Held[] = [];
  const standing = new Map(written);
  for (const hold of await expiredHolds(read, scene, locationId)) {
    const reservations = await read.reservationsOf(hold.id);
    const parts = reservations.filter((one) => !one.consumed && wanted.has(one.stockId));
    if (parts.length === 0) continue;
    expired.push({ hold, parts });
    for (const { stockId, quantity } of parts) standing.set(stockId, (standing.get(stockId) ?? 0) - quantity);
  }
  return { written, standing, expired };
}

/** The same one by one: what each appointment takes that still has a claim to it. */
export async function takingsNow(
  read: Reader,
  scene: Scene,
  locationId: LocationId,
  stockIds: readonly StockId[],
): Promise<readonly Taking[]> {
  const all = await read.takings(stockIds);
  if (all.length === 0) return all;
  const gone = new Set((await expiredHolds(read, scene, locationId)).map((one) => one.id));
  return gone.size === 0 ? all : all.filter((one) => !gone.has(one.appointmentId));
}

/**
 * Holds that have run out let go of what is missing of a stock, one after the other and in the transaction of whoever takes
 * it: no part is promised twice. `going` are ops of this command, which may have let go of some already.
 */
export async function letPartsGo(
  read: Reader,
  scene: Scene,
  { expired }: Aside,
  stockId: StockId,
  missing: number,
  going: readonly Op[],
): Promise<readonly Op[]> {
  const gone = new Set<string>(going.flatMap((op) => (op.op === 'delete' ? op.id : [])));
  const holders = expired.map(({ hold, parts }) => ({ hold, parts: parts.filter((one) => one.stockId === stockId) }));
  const ops: Op[] = [];
  let left = missing - quantityOf(holders.flatMap(({ parts }) => parts).filter((one) => gone.has(one.id)));
  for (const { hold, parts } of holders) {
    if (left <= 0) break;
    if (parts.length === 0 || parts.some((one) => gone.has(one.id))) continue;
    left -= quantityOf(parts);
    ops.push(...(await letHoldGo(read, scene, hold)));
  }
  return ops;
}

async function expiredHolds(read: Reader, scene: Scene, locationId: LocationId): Promise<readonly Appointment[]> {
  return (await read.inStatus(locationId, 'held')).filter((one) => !occupies(one, scene.now));
}

function quantityOf(rows: readonly Reservation[]): number {
  return rows.reduce((sum, one) => sum + one.quantity, 0);
}
