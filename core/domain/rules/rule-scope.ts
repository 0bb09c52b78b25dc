import type { LocationId } from '../organization/location.ts';
import type { Resource } from '../resources/resource.ts';
import type { RuleScope } from './schedule-rule.ts';

/** True when a rule of this scope speaks about the resource. Rules for service types speak about work instead. */
export function concernsResource(scope: RuleScope, resource: Pick<Resource, 'id' | 'kind' | 'locationId'>): boolean {
  switch (scope.of) {
    case 'organization':
      return true;
    case 'location':
      return scope.locationId === resource.locationId;
    case 'resource-kind':
      return scope.kind === resource.kind && (scope.locationId === null || scope.locationId === resource.locationId);
    case 'resource':
      return scope.resourceId === resource.id;
    case 'service-type':
      return false;
  }
}

/** True when it speaks about the location as such: its doors. */
export function concernsLocation(scope: RuleScope, locationId: LocationId): boolean {
  return scope.of === 'organization' || (scope.of === 'location' && scope.locationId === locationId);
}

/** One text for each scope: two rules of the same scope have the same. */
export function scopeKey(scope: RuleScope): string {
  switch (scope.of) {
    case 'organization':
      return 'organization';
    case 'location':
      return `location ${scope.locationId}`;
    case 'resource-kind':
      return `resource-kind ${scope.kind} ${scope.locationId ?? ''}`;
    case 'resource':
      return `resource ${scope.resourceId}`;
    case 'service-type':
      return `service-type ${scope.serviceTypeId}`;
  }
}
