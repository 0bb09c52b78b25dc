import type { Id } from '../../kernel/id.ts';
import type { LocationId } from '../organization/location.ts';
import type { OrganizationId } from '../organization/organization.ts';
import type { ResourceId, ResourceKind } from '../resources/resource.ts';
import type { InstantRange, Minutes } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { WeeklyHours } from '../time/weekly-hours.ts';
import type { Priority, ServiceTypeId } from '../work/service-type.ts';

export type ScheduleRuleId = Id<'schedule-rule'>;

/** A stored rule of an organization. Which of several counts is said in rule-precedence.ts and nowhere else. */
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
  /** All resources of one kind; of one location, or everywhere (null). */
  | { readonly of: 'resource-kind'; readonly kind: ResourceKind; readonly locationId: LocationId | null }
  | { readonly of: 'resource'; readonly resourceId: ResourceId }
  | { readonly of: 'service-type'; readonly serviceTypeId: ServiceTypeId };

export type RuleContent = Availability | Blackout | AutoApproval | RequireApproval | CapacityLimit;

/**
 * Hours that take the place of the weekly ones, in the location's wall time; a date for which a resource has hours of its
 * own keeps those. For a service type: when it may be done.
 */
export interface Availability {
  readonly kind: 'availability';
  readonly hours: WeeklyHours;
  /** The dates on which they count, both included; null counts always. */
  readonly during: DateSpan | null;
}

export interface DateSpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Nothing is done in that stretch. */
export interface Blackout {
  readonly kind: 'blackout';
  readonly range: InstantRange;
}

/** A booking that keeps to it needs nobody's approval. */
export interface AutoApproval {
  readonly kind: 'auto-approval';
  /** Null takes any length. */
  readonly maximumDuration: Minutes | null;
  /** This urgent or more; null takes any. */
  readonly minimumPriority: Priority | null;
}

/** A booking that is this long and this urgent waits for somebody's approval. */
export interface RequireApproval {
  readonly kind: 'require-approval';
  readonly minimumDuration: Minutes | null;
  readonly minimumPriority: Priority | null;
}

/** No more appointments than that: begun on one local day, begun in one ISO week, or at one moment. */
export interface CapacityLimit {
  readonly kind: 'capacity-limit';
  readonly maximum: number;
  readonly per: LimitPeriod;
}

export type LimitPeriod = 'day' | 'week' | 'moment';
