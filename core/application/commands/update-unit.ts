import { update } from '../../domain/ops/op.ts';
import { decide, found } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

export const updateUnit: UseCase<'updateUnit'> = async (tx, args) => {
  const unit = await found(tx, 'unit', args.id, 'id');
  if (!unit.ok) return unit;
  const customer = await found(tx, 'customer', args.customerId, 'customerId');
  if (!customer.ok) return customer;
  return decide(args.name, [update('unit', unit.value, { ...unit.value, ...args })]);
};
