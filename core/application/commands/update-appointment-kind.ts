import { update } from '../../domain/ops/op.ts';
import { decide, found, invalid } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

export const updateAppointmentKind: UseCase<'updateAppointmentKind'> = async (tx, args) => {
  if (args.longest < args.shortest) return invalid('longest', 'must not be shorter than the shortest');
  const kind = await found(tx, 'appointmentKind', args.id, 'id');
  if (!kind.ok) return kind;
  return decide(args.name, [update('appointmentKind', kind.value, { ...kind.value, ...args })]);
};
