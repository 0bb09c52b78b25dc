import { update } from '../../domain/ops/op.ts';
import { decide, found } from '../refusals.ts';
import { checkScope } from '../schedule-rule-check.ts';
import type { UseCase } from '../use-case.ts';

export const updateScheduleRule: UseCase<'updateScheduleRule'> = async (tx, args) => {
  const rule = await found(tx, 'scheduleRule', args.id, 'id');
  if (!rule.ok) return rule;
  const scope = await checkScope(tx, args.scope);
  if (!scope.ok) return scope;
  return decide(args.name, [update('scheduleRule', rule.value, { ...rule.value, ...args })]);
};
