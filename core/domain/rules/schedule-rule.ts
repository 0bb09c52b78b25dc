import type { Id } from '../../kernel/id.ts';
import type { LocationId } from '../organization/location.ts';
import type { OrganizationId } from '../organization/organization.ts';
import type { ResourceId, ResourceKind } from '../resources/resource.ts';
import type { InstantRange, Minutes } from '../time/instant.ts';
import type { WeeklyHours } from '../time/weekly-hours.ts';
import type { Priority, ServiceTypeId } from '../work/service-type.ts';

export type ScheduleRuleId = Id<'schedule-rule'>;

/** A stored rule of an organization; of several that speak about one thing the narrower scope wins, then the higher priority. */
export interface ScheduleRule {
  readonly id: ScheduleRuleId;
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly description: string;
  readonly scope: RuleScope;
  /** 0 to 1000; higher goes first within one scope. */
  readonly priority: number;
  readonly active: boolean;
  readonly rule: RuleContent;
}

export type RuleScope =
  | { readonly of: 'organization' }
  | { readonly of: 'location'; readonly locationId: LocationId }
  | { readonly of: 'resource-kind'; readonly kind: ResourceKind; readonly locationId: LocationId | null }
  | { readonly of: 'resource'; readonly resourceId: ResourceId }
  | { readonly of: 'service-type'; readonly serviceTypeId: ServiceTypeId };

export type RuleContent =
  | { readonly kind: 'availability'; readonly hours: WeeklyHours; readonly during: InstantRange | null }
  | { readonly kind: 'blackout'; readonly range: InstantRange }
  | {
      readonly kind: 'auto-approval';
      /** Null takes any length. */
      readonly maximumDuration: Minutes | null;
      readonly minimumPriority: Priority | null;
    }
  | {
      readonly kind: 'require-approval';
      readonly minimumDuration: Minutes | null;
      readonly minimumPriority: Priority | null;
    }
  | { readonly kind: 'capacity-limit'; readonly maximum: number; readonly per: 'day' | 'week' | 'moment' };
