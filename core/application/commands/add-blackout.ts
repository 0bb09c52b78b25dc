import { insert } from '../../domain/ops/op.ts';
import type { RuleScope } from '../../domain/rules/schedule-rule.ts';
import { ownerId } from '../owner.ts';
import { decide, invalid, isNew } from '../refusals.ts';
import { checkScope } from '../schedule-rule-check.ts';
import type { UseCase } from '../use-case.ts';

/** The short way to a blackout rule: blackouts all count, so its priority says nothing. */
export const addBlackout: UseCase<'addBlackout'> = async (tx, args) => {
  const organizationId = await ownerId(tx);
  if (!organizationId.ok) return organizationId;
  const fresh = await isNew(tx, 'scheduleRule', args.id);
  if (!fresh.ok) return fresh;
  const { id, name, description, range } = args;
  const scope = scopeOf(args);
  if (scope === null) return invalid('resourceId', 'must be given, or else locationId');
  const known = await checkScope(tx, scope);
  // The field is called otherwise here than in a rule.
  if (!known.ok)
    return known.refusal.kind === 'not-found'
      ? { ...known, refusal: { ...known.refusal, field: known.refusal.field.replace('scope.', '') } }
      : known;
  const head = { id, organizationId: organizationId.value, name, description, scope, priority: 0, active: true };
  return decide(name, [insert('scheduleRule', { ...head, rule: { kind: 'blackout', range } })]);
};

function scopeOf({ resourceId, locationId }: Parameters<UseCase<'addBlackout'>>[1]): RuleScope | null {
  if (resourceId !== null) return { of: 'resource', resourceId };
  return locationId === null ? null : { of: 'location', locationId };
}
