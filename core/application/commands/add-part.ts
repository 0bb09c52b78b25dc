import { insert } from '../../domain/ops/op.ts';
import { ownerId } from '../owner.ts';
import { decide, isNew } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

export const addPart: UseCase<'addPart'> = async (tx, args) => {
  const organizationId = await ownerId(tx);
  if (!organizationId.ok) return organizationId;
  const fresh = await isNew(tx, 'part', args.id);
  if (!fresh.ok) return fresh;
  return decide(args.name, [insert('part', { ...args, organizationId: organizationId.value })]);
};
