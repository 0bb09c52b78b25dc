import { update } from '../../domain/ops/op.ts';
import { decide, found } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

/** Words can be mended in every status, final ones too. */
export const updateAppointment: UseCase<'updateAppointment'> = async (tx, args) => {
  const row = await found(tx, 'appointment', args.id, 'id');
  if (!row.ok) return row;
  return decide(args.title, [update('appointment', row.value, { ...row.value, ...args })]);
};
