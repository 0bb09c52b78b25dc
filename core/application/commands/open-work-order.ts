import { insert } from '../../domain/ops/op.ts';
import { decide, isNew } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';
import { checkWorkOrder } from '../work-order-check.ts';

/** Numbers are given inside the transaction, so that two calls never get the same one. */
export const openWorkOrder: UseCase<'openWorkOrder'> = async (tx, args, scene) => {
  const location = await checkWorkOrder(tx, args);
  if (!location.ok) return location;
  const fresh = await isNew(tx, 'workOrder', args.id);
  if (!fresh.ok) return fresh;
  const number = await tx.nextWorkOrderNumber();
  const { organizationId } = location.value;
  const state = { status: 'open' } as const;
  return decide(args.title, [
    insert('workOrder', { ...args, organizationId, number, openedAt: scene.now, ordered: [], state }),
  ]);
};
