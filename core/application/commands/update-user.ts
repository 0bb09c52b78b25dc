import { update } from '../../domain/ops/op.ts';
import { checkUser } from '../user-check.ts';
import { decide, found, invalid } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

export const updateUser: UseCase<'updateUser'> = async (tx, args, { actor }) => {
  const user = await found(tx, 'user', args.id, 'id');
  if (!user.ok) return user;
  // Whoever locks itself out could not let itself in again.
  if (args.id === actor.id && !args.active) return invalid('active', 'must stay true for whoever changes it');
  if (args.id === actor.id && args.role !== actor.role) return invalid('role', 'must be changed by somebody else');
  const fit = await checkUser(tx, args);
  if (!fit.ok) return fit;
  return decide(args.name, [update('user', user.value, { ...user.value, ...args })]);
};
