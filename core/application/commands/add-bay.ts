import { insert } from '../../domain/ops/op.ts';
import { decide, found, isNew } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

export const addBay: UseCase<'addBay'> = async (tx, args) => {
  const location = await found(tx, 'location', args.locationId, 'locationId');
  if (!location.ok) return location;
  const fresh = await isNew(tx, 'resource', args.id);
  if (!fresh.ok) return fresh;
  const { organizationId } = location.value;
  return decide(args.name, [insert('resource', { ...args, kind: 'bay', organizationId })]);
};
