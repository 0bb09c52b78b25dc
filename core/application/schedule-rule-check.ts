import { accept, type Outcome } from '../kernel/outcome.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { RuleScope } from '../domain/rules/schedule-rule.ts';
import type { Reader } from './ports/store.ts';
import { found, foundOrNull } from './refusals.ts';

/** What a rule is about must be there. */
export async function checkScope(read: Reader, scope: RuleScope): Promise<Outcome<unknown, Refusal>> {
  switch (scope.of) {
    case 'organization':
      return accept(null);
    case 'location':
    case 'resource-kind':
      return foundOrNull(read, 'location', scope.locationId, 'scope.locationId');
    case 'resource':
      return found(read, 'resource', scope.resourceId, 'scope.resourceId');
    case 'service-type':
      return found(read, 'serviceType', scope.serviceTypeId, 'scope.serviceTypeId');
  }
}
