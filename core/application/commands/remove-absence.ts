import { remove } from '../../domain/ops/op.ts';
import { decide, found } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

export const removeAbsence: UseCase<'removeAbsence'> = async (tx, args) => {
  const absence = await found(tx, 'absence', args.id, 'id');
  if (!absence.ok) return absence;
  const resource = await tx.get('resource', absence.value.resourceId);
  const { reason } = absence.value;
  return decide(resource === undefined ? reason : `${resource.name}: ${reason}`, [remove('absence', absence.value)]);
};
