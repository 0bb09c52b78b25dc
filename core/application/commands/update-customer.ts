import { update } from '../../domain/ops/op.ts';
import { decide, found } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

export const updateCustomer: UseCase<'updateCustomer'> = async (tx, args) => {
  const customer = await found(tx, 'customer', args.id, 'id');
  if (!customer.ok) return customer;
  return decide(args.name, [update('customer', customer.value, { ...customer.value, ...args })]);
};
