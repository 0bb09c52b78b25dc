import { insert } from '../../domain/ops/op.ts';
import { ownerId } from '../owner.ts';
import { decide, invalid, isNew } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

export const addAppointmentKind: UseCase<'addAppointmentKind'> = async (tx, args) => {
  if (args.longest < args.shortest) return invalid('longest', 'must not be shorter than the shortest');
  const organizationId = await ownerId(tx);
  if (!organizationId.ok) return organizationId;
  const fresh = await isNew(tx, 'appointmentKind', args.id);
  if (!fresh.ok) return fresh;
  return decide(args.name, [insert('appointmentKind', { ...args, organizationId: organizationId.value })]);
};
