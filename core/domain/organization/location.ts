import type { Id } from '../../kernel/id.ts';
import type { ExternalId } from './external-id.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { WeeklyHours } from '../time/weekly-hours.ts';
import type { ZoneId } from '../time/zones.ts';
import type { LocationPolicy } from './location-policy.ts';
import type { OrganizationId } from './organization.ts';

export type LocationId = Id<'location'>;

/** WGS 84 degrees. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** One site with a time zone, business hours and closures. */
export interface Location {
  readonly id: LocationId;
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly zone: ZoneId;
  readonly address: string;
  readonly phone: string;
  readonly coordinates: Coordinates;
  readonly hours: WeeklyHours;
  readonly closures: readonly Closure[];
  readonly travel: TravelModel;
  /** Where the slots come from that outside requesters are shown: worked out, or published beforehand. */
  readonly exposes: SlotSource;
  readonly policy: LocationPolicy;
  /** What other systems call it. */
  readonly externalIds: readonly ExternalId[];
}

export type SlotSource = 'computed' | 'published';

/** Whole days on which the location is shut, both included. */
export interface Closure {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly name: string;
}

/** How long a drive takes: ceil(access + distance x factor / speed x 60) minutes (semantics.md, Time and place). */
export interface TravelModel {
  readonly kilometresPerHour: number;
  readonly detourFactor: number;
  readonly accessMinutes: number;
}

export const DEFAULT_TRAVEL: TravelModel = { kilometresPerHour: 45, detourFactor: 1.3, accessMinutes: 3 };
