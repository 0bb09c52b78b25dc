import { update } from '../../domain/ops/op.ts';
import { decide, found, invalid } from '../refusals.ts';
import { partNameOf } from '../stock.ts';
import type { UseCase } from '../use-case.ts';

/** `at` names the delivery by the moment it was expected; all that was expected then has come. */
export const receiveStock: UseCase<'receiveStock'> = async (tx, args) => {
  const row = await found(tx, 'stock', args.stockId, 'stockId');
  if (!row.ok) return row;
  const stock = row.value;
  const come = stock.arrivals.filter((arrival) => arrival.at === args.at);
  if (come.length === 0) return invalid('at', 'must be the moment for which a delivery is expected');
  const onHand = stock.onHand + come.reduce((sum, arrival) => sum + arrival.quantity, 0);
  const arrivals = stock.arrivals.filter((arrival) => arrival.at !== args.at);
  return decide(await partNameOf(tx, stock), [update('stock', stock, { ...stock, onHand, arrivals })]);
};
