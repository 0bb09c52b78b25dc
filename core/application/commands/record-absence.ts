import { insert } from '../../domain/ops/op.ts';
import { decide, found, isNew } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

/** What is booked stays where it is; the query absenceImpact lists it. */
export const recordAbsence: UseCase<'recordAbsence'> = async (tx, args) => {
  const resource = await found(tx, 'resource', args.resourceId, 'resourceId');
  if (!resource.ok) return resource;
  const fresh = await isNew(tx, 'absence', args.id);
  if (!fresh.ok) return fresh;
  const { organizationId, name } = resource.value;
  return decide(`${name}: ${args.reason}`, [insert('absence', { ...args, organizationId })]);
};
