import { update } from '../../domain/ops/op.ts';
import { partNameOf } from '../stock.ts';
import { decide, found } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

/** Counting states a fact, so it may say less than is reserved; the rule on parts then speaks for what is booked. */
export const countStock: UseCase<'countStock'> = async (tx, args) => {
  const stock = await found(tx, 'stock', args.stockId, 'stockId');
  if (!stock.ok) return stock;
  const name = await partNameOf(tx, stock.value);
  return decide(name, [update('stock', stock.value, { ...stock.value, onHand: args.onHand })]);
};
