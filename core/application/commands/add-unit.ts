import { insert } from '../../domain/ops/op.ts';
import { decide, found, isNew } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

export const addUnit: UseCase<'addUnit'> = async (tx, args) => {
  const customer = await found(tx, 'customer', args.customerId, 'customerId');
  if (!customer.ok) return customer;
  const fresh = await isNew(tx, 'unit', args.id);
  if (!fresh.ok) return fresh;
  return decide(args.name, [
    insert('unit', { externalIds: [], ...args, organizationId: customer.value.organizationId }),
  ]);
};
