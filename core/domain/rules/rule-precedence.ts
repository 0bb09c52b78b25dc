import type { RuleScope, ScheduleRule } from './schedule-rule.ts';

type Ranked = Pick<ScheduleRule, 'id' | 'name' | 'priority' | 'scope'>;

/**
 * Which of two rules goes first; negative when `a` does. This is the whole of it:
 *
 * 1. The narrower scope: resource, service type, resource kind of one location, resource kind, location, organization.
 * 2. The higher priority.
 * 3. The name, by code units; then the id, so that no two rules are ever equal.
 *
 * Availability, auto-approval and require-approval: of those that speak about one thing the first alone counts (the two
 * kinds of approval are one question). Capacity limits of one scope and period: the first counts; limits of different
 * scopes or periods are different facts and all count. Blackouts all count: a closed stretch is closed.
 */
export function comparePrecedence(a: Ranked, b: Ranked): number {
  return (
    narrowness(b.scope) - narrowness(a.scope) || b.priority - a.priority || byText(a.name, b.name) || byText(a.id, b.id)
  );
}

/** The rules with the one that counts first in front. */
export function inPrecedence<R extends Ranked>(rules: readonly R[]): readonly R[] {
  return rules.toSorted(comparePrecedence);
}

function narrowness(scope: RuleScope): number {
  switch (scope.of) {
    case 'organization':
      return 0;
    case 'location':
      return 1;
    case 'resource-kind':
      return scope.locationId === null ? 2 : 3;
    case 'service-type':
      return 4;
    case 'resource':
      return 5;
  }
}

function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
