import { remove } from '../../domain/ops/op.ts';
import { decide, found } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

export const removeScheduleRule: UseCase<'removeScheduleRule'> = async (tx, args) => {
  const rule = await found(tx, 'scheduleRule', args.id, 'id');
  return rule.ok ? decide(rule.value.name, [remove('scheduleRule', rule.value)]) : rule;
};
