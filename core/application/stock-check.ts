import { accept, type Outcome } from '../kernel/outcome.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { Op } from '../domain/ops/op.ts';
import type { Reservation, Stock, StockId } from '../domain/parts/part.ts';
import type { Reader } from './ports/store.ts';
import { promisable, short } from './reservations.ts';

/** What comes back must not promise parts that have gone since, nor leave less than nothing on the shelf. */
export async function checkStock(read: Reader, ops: readonly Op[]): Promise<Outcome<null, Refusal>> {
  const returning = ops.flatMap((op) => (op.entity === 'reservation' && op.op === 'insert' ? [op.row] : []));
  const stocks = new Map<StockId, Stock>();
  for (const stockId of new Set(returning.map((one) => one.stockId))) {
    const stock = await read.get('stock', stockId);
    if (stock !== undefined) stocks.set(stockId, stock);
  }
  for (const op of ops) {
    if (op.entity !== 'stock' || op.op !== 'update') continue;
    const stock = await read.get('stock', op.id);
    if (stock !== undefined) stocks.set(stock.id, { ...stock, ...op.after });
  }
  for (const stock of stocks.values()) {
    const checked = await checkOne(read, stock, returning);
    if (!checked.ok) return checked;
  }
  return accept(null);
}

async function checkOne(
  read: Reader,
  stock: Stock,
  returning: readonly Reservation[],
): Promise<Outcome<null, Refusal>> {
  const own = returning.filter((one) => one.stockId === stock.id && !one.consumed);
  if (own.length === 0) return stock.onHand < 0 ? short(read, stock.partId, 0, stock.onHand) : accept(null);
  const needed = own.reduce((sum, one) => sum + one.quantity, 0);
  const available = promisable(stock, await read.setAside([stock.id]));
  return available < needed ? short(read, stock.partId, needed, available) : accept(null);
}
