import { update } from '../../domain/ops/op.ts';
import { decide, found } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

/** The outside inventory's word counts, as a count would; what is set aside here stays set aside. */
export const syncStock: UseCase<'syncStock'> = async (tx, args) => {
  const stock = await found(tx, 'stock', args.stockId, 'stockId');
  if (!stock.ok) return stock;
  const part = await found(tx, 'part', stock.value.partId, 'stockId');
  if (!part.ok) return part;
  const arrivals = args.arrivals.toSorted((a, b) => a.at - b.at);
  const leadTimeDays = args.leadTimeDays ?? part.value.leadTimeDays;
  return decide(part.value.name, [
    update('stock', stock.value, { ...stock.value, onHand: args.onHand, arrivals }),
    update('part', part.value, { ...part.value, leadTimeDays }),
  ]);
};
