import { update } from '../../domain/ops/op.ts';
import { checkExtras } from '../appointment-extras.ts';
import { decide, found } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

/** Words can be mended in every status, final ones too. */
export const updateAppointment: UseCase<'updateAppointment'> = async (tx, args, scene) => {
  const row = await found(tx, 'appointment', args.id, 'id');
  if (!row.ok) return row;
  const { serviceTypeId } = row.value;
  const serviceType = serviceTypeId === null ? undefined : await tx.get('serviceType', serviceTypeId);
  const extras = checkExtras(args, row.value, serviceType ?? null, scene);
  if (!extras.ok) return extras;
  const after = { ...row.value, ...args, ...extras.value };
  return decide(args.title, [update('appointment', row.value, after)]);
};
