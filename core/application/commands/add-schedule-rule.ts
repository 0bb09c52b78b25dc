import { insert } from '../../domain/ops/op.ts';
import { ownerId } from '../owner.ts';
import { decide, isNew } from '../refusals.ts';
import { checkScope } from '../schedule-rule-check.ts';
import type { UseCase } from '../use-case.ts';

/** What is booked already stays; rules speak about what comes. */
export const addScheduleRule: UseCase<'addScheduleRule'> = async (tx, args) => {
  const organizationId = await ownerId(tx);
  if (!organizationId.ok) return organizationId;
  const fresh = await isNew(tx, 'scheduleRule', args.id);
  if (!fresh.ok) return fresh;
  const scope = await checkScope(tx, args.scope);
  if (!scope.ok) return scope;
  return decide(args.name, [insert('scheduleRule', { ...args, organizationId: organizationId.value })]);
};
