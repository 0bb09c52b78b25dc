import { insert } from '../../domain/ops/op.ts';
import { mayBring } from '../bringing/may-bring.ts';
import { decide, foundAll, isNew } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';
import { checkWorkOrder } from '../work-order-check.ts';

/** Numbers are given inside the transaction, so that two calls never get the same one. */
export const openWorkOrder: UseCase<'openWorkOrder'> = async (tx, { imported, ...args }, scene) => {
  const may = mayBring(scene, imported);
  if (!may.ok) return may;
  const location = await checkWorkOrder(tx, args);
  if (!location.ok) return location;
  const fresh = await isNew(tx, 'workOrder', args.id);
  if (!fresh.ok) return fresh;
  const partIds = (imported?.ordered ?? []).map((one) => one.partId);
  const parts = await foundAll(tx, 'part', partIds, (index) => `imported.ordered.${index}.partId`);
  if (!parts.ok) return parts;
  const number = Math.max(await tx.nextWorkOrderNumber(), imported?.number ?? 0);
  const openedAt = imported?.openedAt ?? scene.now;
  const ordered = imported?.ordered ?? [];
  const { organizationId } = location.value;
  const state = { status: 'open' } as const;
  return decide(args.title, [
    insert('workOrder', { externalIds: [], ...args, organizationId, number, openedAt, ordered, state }),
  ]);
};
