import type { ExternalId } from '../organization/external-id.ts';
import type { Id } from '../../kernel/id.ts';
import type { Coordinates, LocationId } from '../organization/location.ts';
import type { OrganizationId } from '../organization/organization.ts';
import type { InstantRange, Minutes } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { DatedHours, WeeklyHours } from '../time/weekly-hours.ts';

export type ResourceId = Id<'resource'>;
export type AbsenceId = Id<'absence'>;

/** Anything schedulable. */
export type Resource = Technician | Bay | Equipment | Room | Team | CustomResource;
export type ResourceKind = Resource['kind'];

interface Schedulable {
  readonly id: ResourceId;
  readonly organizationId: OrganizationId;
  readonly locationId: LocationId;
  readonly name: string;
  /** How many units can be claimed at one instant; 1 for a person or a bay. */
  readonly capacity: number;
  /** Place among its kind on the board. */
  readonly position: number;
  readonly active: boolean;
  /** When it works (technician) or is open (bay), in the location's wall time. */
  readonly hours: WeeklyHours;
  /** Days that differ from the weekly pattern. */
  readonly overrides: readonly DatedHours[];
  /** Closed within the hours. */
  readonly breaks: WeeklyHours;
  /** What other systems keep here, as JSON. */
  readonly customData: Readonly<Record<string, unknown>>;
  readonly externalIds: readonly ExternalId[];
}

/** What something offers besides being there: a lift of 3.5 t, a projector. */
export interface Capability {
  readonly capability: string;
  readonly level: SkillLevel;
  /** Last day on which it counts (an inspection, a licence); null does not expire. */
  readonly expiresOn: LocalDate | null;
}

/** A crane, a test bench, a courtesy car. */
export interface Equipment extends Schedulable {
  readonly kind: 'equipment';
  readonly capabilities: readonly Capability[];
}

export interface Room extends Schedulable {
  readonly kind: 'room';
  readonly capabilities: readonly Capability[];
}

/** Its capacity is the number of its members; a booking takes some of them without saying which. */
export interface Team extends Schedulable {
  readonly kind: 'team';
  readonly members: readonly ResourceId[];
  readonly capabilities: readonly Capability[];
}

export interface CustomResource extends Schedulable {
  readonly kind: 'custom';
  /** What the organization calls this kind. */
  readonly type: string;
  readonly capabilities: readonly Capability[];
}

export interface Technician extends Schedulable {
  readonly kind: 'technician';
  readonly skills: readonly TechnicianSkill[];
  /** Where the day starts and ends; null means at the location. */
  readonly homeBase: Coordinates | null;
  /** Appointments a day; null takes the organization's. */
  readonly dailyMaximum: number | null;
  /** Service minutes a day that are a fair share; null takes the shift's open minutes. */
  readonly targetMinutes: Minutes | null;
  readonly specialization: string;
  readonly yearsOfExperience: number;
  /** 0 to 5. */
  readonly rating: number;
  readonly phone: string;
  readonly email: string;
  /** Works at customers' sites by default; shown beside the name. */
  readonly field: boolean;
}

export interface Bay extends Schedulable {
  readonly kind: 'bay';
  readonly capabilities: readonly Capability[];
  /** Minutes between two appointments. */
  readonly turnover: Minutes;
}

export type SkillLevel = 1 | 2 | 3;

export interface TechnicianSkill {
  readonly skill: string;
  readonly level: SkillLevel;
  /** Last day on which it counts; null does not expire. */
  readonly expiresOn: LocalDate | null;
}

/** A stretch in which a resource is away: holiday, sickness, training. */
export interface Absence {
  readonly id: AbsenceId;
  readonly organizationId: OrganizationId;
  readonly resourceId: ResourceId;
  readonly range: InstantRange;
  readonly reason: string;
}
