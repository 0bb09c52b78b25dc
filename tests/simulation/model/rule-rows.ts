import type { Location } from '../../../core/domain/organization/location.ts';
import type { Organization } from '../../../core/domain/organization/organization.ts';
import type { Bay, Resource, Team, Technician } from '../../../core/domain/resources/resource.ts';
import type { ScheduleRule } from '../../../core/domain/rules/schedule-rule.ts';
import type { AppointmentKind, ServiceType } from '../../../core/domain/work/service-type.ts';

/** The rows that say what is allowed. */
export type AllowingRow = OrganizationRow | LocationRow | KindRow | ServiceRow | RuleRow | LaneRow;

export interface OrganizationRow extends Pick<Organization, 'id' | 'policy'> {
  readonly entity: 'organization';
}

export interface LocationRow
  extends Pick<Location, 'id' | 'hours' | 'closures' | 'policy'>, Partial<Pick<Location, 'exposes'>> {
  readonly entity: 'location';
}

export interface KindRow extends Pick<
  AppointmentKind,
  'id' | 'code' | 'name' | 'shortest' | 'longest' | 'priority' | 'autoBook'
> {
  readonly entity: 'appointmentKind';
}

export interface ServiceRow extends Pick<
  ServiceType,
  'id' | 'kindId' | 'name' | 'duration' | 'skills' | 'capabilities' | 'parts' | 'bufferBefore' | 'bufferAfter' | 'price'
> {
  readonly entity: 'serviceType';
}

export interface RuleRow extends Pick<ScheduleRule, 'id' | 'name' | 'scope' | 'priority' | 'active' | 'rule'> {
  readonly entity: 'scheduleRule';
}

/** Anything that can be claimed; what only some kinds have is missing for others. */
export interface LaneRow
  extends
    Pick<Resource, 'id' | 'kind' | 'name' | 'locationId' | 'capacity' | 'active' | 'hours' | 'overrides' | 'breaks'>,
    Partial<Pick<Technician, 'skills' | 'dailyMaximum'>>,
    Partial<Pick<Bay, 'capabilities' | 'turnover'>>,
    Partial<Pick<Team, 'members'>> {
  readonly entity: 'resource';
}
