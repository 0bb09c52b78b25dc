import type { StockId } from '../../domain/parts/part.ts';
import type { WorkOrder } from '../../domain/work/work-order.ts';
import { neededOf, orderShort } from '../part-orders.ts';
import { asideNow } from '../parts-aside.ts';
import type { Reader } from '../ports/store.ts';
import { decide, found, invalid } from '../refusals.ts';
import { promisable } from '../reservations.ts';
import type { Scene, UseCase } from '../use-case.ts';
import { liveAppointmentsOf, stillOpen } from '../work-order-check.ts';

/** Nothing is added to the stock: that is for the delivery to do. What was ordered once is not ordered again. */
export const orderParts: UseCase<'orderParts'> = async (tx, args, scene) => {
  const row = await found(tx, 'workOrder', args.workOrderId, 'workOrderId');
  if (!row.ok) return row;
  const workOrder = row.value;
  const open = stillOpen(workOrder);
  if (!open.ok) return open;
  const there = await thereFor(tx, scene, workOrder);
  const ops = await orderShort(tx, scene, { workOrder, appointment: null }, workOrder.parts, there);
  if (ops.length === 0)
    return invalid('workOrderId', 'must be short of a part that can be ordered and is not on order');
  return decide(workOrder.title, ops);
};

/** What is set aside for its appointments, whichever part of long work has it; before it has one, what the stock can still promise. */
async function thereFor(read: Reader, scene: Scene, workOrder: WorkOrder): Promise<ReadonlyMap<StockId, number>> {
  const live = await liveAppointmentsOf(read, workOrder);
  if (live.some((one) => one.state.status !== 'requested')) {
    const own = (await Promise.all(live.map((one) => read.reservationsOf(one.id)))).flat();
    const sums = new Map<StockId, number>();
    for (const { stockId, quantity } of own) sums.set(stockId, (sums.get(stockId) ?? 0) + quantity);
    return sums;
  }
  const partIds = workOrder.parts.map((need) => need.partId);
  const stocks = await read.stocksAt(workOrder.locationId, partIds);
  const stockIds = stocks.map((stock) => stock.id);
  const { standing } = await asideNow(read, scene, workOrder.locationId, stockIds);
  return new Map(
    stocks.map((stock) => {
      const spare = Math.max(0, promisable(stock, standing));
      return [stock.id, Math.min(spare, neededOf(workOrder.parts, stock.partId))];
    }),
  );
}
