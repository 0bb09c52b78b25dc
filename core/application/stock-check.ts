import { accept, type Outcome } from '../kernel/outcome.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { Op } from '../domain/ops/op.ts';
import type { Reservation, Stock, StockId } from '../domain/parts/part.ts';
import { asideNow, letPartsGo } from './parts-aside.ts';
import type { Reader } from './ports/store.ts';
import { promisable, short } from './reservations.ts';
import type { Scene } from './use-case.ts';

/**
 * What comes back must not promise parts that have gone since, nor leave less than nothing on the shelf. Answers the ops
 * that let go of holds that have run out and still have such parts.
 */
export async function checkStock(
  read: Reader,
  scene: Scene,
  ops: readonly Op[],
): Promise<Outcome<readonly Op[], Refusal>> {
  const coming = ops.flatMap((op) => (op.entity === 'reservation' && op.op === 'insert' ? [op.row] : []));
  const going = ops.flatMap((op) => (op.entity === 'reservation' && op.op === 'delete' ? [op.row] : []));
  const stocks = new Map<StockId, Stock>();
  for (const stockId of new Set(coming.map((one) => one.stockId))) {
    const stock = await read.get('stock', stockId);
    if (stock !== undefined) stocks.set(stockId, stock);
  }
  for (const op of ops) {
    if (op.entity !== 'stock' || op.op !== 'update') continue;
    const stock = await read.get('stock', op.id);
    if (stock !== undefined) stocks.set(stock.id, { ...stock, ...op.after });
  }
  const released: Op[] = [];
  for (const stock of stocks.values()) {
    const own = openOf(coming, stock.id);
    if (own.length === 0 && stock.onHand < 0) return short(read, stock.partId, 0, stock.onHand);
    if (own.length === 0) continue;
    const aside = await asideNow(read, scene, stock.locationId, [stock.id]);
    const needed = quantityOf(own);
    const back = openOf(going, stock.id);
    // What an expired hold gives back is free already.
    const counted = back.filter((one) => !aside.expired.some(({ hold }) => hold.id === one.appointmentId));
    const available = promisable(stock, aside.standing, quantityOf(counted));
    if (available < needed) return short(read, stock.partId, needed, available);
    const missing = needed - promisable(stock, aside.written, quantityOf(counted));
    released.push(...(await letPartsGo(read, scene, aside, stock.id, missing, [...ops, ...released])));
  }
  return accept(released);
}

function openOf(rows: readonly Reservation[], stockId: StockId): readonly Reservation[] {
  return rows.filter((one) => one.stockId === stockId && !one.consumed);
}

function quantityOf(rows: readonly Reservation[]): number {
  return rows.reduce((sum, one) => sum + one.quantity, 0);
}
