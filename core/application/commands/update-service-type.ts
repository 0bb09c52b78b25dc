import { update } from '../../domain/ops/op.ts';
import { decide, found, foundAll } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

export const updateServiceType: UseCase<'updateServiceType'> = async (tx, args) => {
  const serviceType = await found(tx, 'serviceType', args.id, 'id');
  if (!serviceType.ok) return serviceType;
  const kind = await found(tx, 'appointmentKind', args.kindId, 'kindId');
  if (!kind.ok) return kind;
  const ids = args.parts.map((need) => need.partId);
  const parts = await foundAll(tx, 'part', ids, (index) => `parts.${index}.partId`);
  if (!parts.ok) return parts;
  const before = serviceType.value;
  const { price = before.price, dataSchema = before.dataSchema } = args;
  return decide(args.name, [update('serviceType', before, { ...before, ...args, price, dataSchema })]);
};
