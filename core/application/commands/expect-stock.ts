import { update } from '../../domain/ops/op.ts';
import { decide, found } from '../refusals.ts';
import { partNameOf } from '../stock.ts';
import type { UseCase } from '../use-case.ts';

export const expectStock: UseCase<'expectStock'> = async (tx, args) => {
  const stock = await found(tx, 'stock', args.stockId, 'stockId');
  if (!stock.ok) return stock;
  const { at, quantity } = args;
  const arrivals = [...stock.value.arrivals, { at, quantity }].toSorted((a, b) => a.at - b.at);
  const name = await partNameOf(tx, stock.value);
  return decide(name, [update('stock', stock.value, { ...stock.value, arrivals })]);
};
