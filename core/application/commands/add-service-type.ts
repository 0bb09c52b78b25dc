import { insert } from '../../domain/ops/op.ts';
import { decide, found, foundAll, isNew } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

export const addServiceType: UseCase<'addServiceType'> = async (tx, args) => {
  const kind = await found(tx, 'appointmentKind', args.kindId, 'kindId');
  if (!kind.ok) return kind;
  const ids = args.parts.map((need) => need.partId);
  const parts = await foundAll(tx, 'part', ids, (index) => `parts.${index}.partId`);
  if (!parts.ok) return parts;
  const fresh = await isNew(tx, 'serviceType', args.id);
  if (!fresh.ok) return fresh;
  return decide(args.name, [
    insert('serviceType', { externalIds: [], ...args, organizationId: kind.value.organizationId }),
  ]);
};
