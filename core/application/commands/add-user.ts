import { insert } from '../../domain/ops/op.ts';
import { ownerId } from '../owner.ts';
import { decide, isNew } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';
import { checkUser } from '../user-check.ts';

export const addUser: UseCase<'addUser'> = async (tx, args) => {
  const organizationId = await ownerId(tx);
  if (!organizationId.ok) return organizationId;
  const fresh = await isNew(tx, 'user', args.id);
  if (!fresh.ok) return fresh;
  const fit = await checkUser(tx, args);
  if (!fit.ok) return fit;
  return decide(args.name, [insert('user', { ...args, organizationId: organizationId.value })]);
};
