import type { BookingPolicy } from '../organization/organization.ts';
import type { Coordinates, LocationId, TravelModel } from '../organization/location.ts';
import type { PartId } from '../parts/part.ts';
import type { Capability, ResourceId, ResourceKind, TechnicianSkill } from '../resources/resource.ts';
import type { Instant, InstantRange, Minutes } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { ZoneId } from '../time/zones.ts';
import type { AppointmentId } from '../work/appointment.ts';
import type { RuleFacts } from './rule-facts.ts';

/**
 * All the facts the booking rules look at, for one location and a stretch of whole local days. One function makes it
 * (application/placement-context.ts), for the use case, for the planner and for a drag in the air. Hours are expanded
 * to instants here, so no rule ever meets a zone, and days of 23 and 25 hours need no care.
 */
export interface PlacementContext {
  readonly now: Instant;
  /** The days it covers, as instants: the first day's start to the last day's end. */
  readonly range: InstantRange;
  /** Those days one by one, in order: the only calendar the rules see. */
  readonly days: readonly ContextDay[];
  readonly locationId: LocationId;
  readonly zone: ZoneId;
  readonly coordinates: Coordinates;
  readonly travel: TravelModel;
  readonly policy: BookingPolicy;
  /** When the location is open, sorted and disjoint, closures taken out. */
  readonly open: readonly InstantRange[];
  readonly closures: readonly ClosedStretch[];
  readonly technicians: readonly TechnicianFacts[];
  readonly bays: readonly BayFacts[];
  /** Equipment, rooms, teams and the organization's own kinds; the teams of a technician come with the technician. */
  readonly others: readonly OtherFacts[];
  readonly parts: readonly PartFacts[];
  readonly rules: RuleFacts;
}

/** One local day: its date, its first instant to the next day's, and the instant at which its clock shows 12:00. */
export interface ContextDay extends InstantRange {
  readonly date: LocalDate;
  readonly noon: Instant;
}

/** A closed stretch and its reason in the organization's own words. */
export interface ClosedStretch extends InstantRange {
  readonly why: 'break' | 'absence' | 'closure' | 'blackout';
  readonly name: string;
}

export interface ShiftFacts extends InstantRange {
  readonly date: LocalDate;
  /** Breaks and absences inside the shift, sorted. */
  readonly closed: readonly ClosedStretch[];
}

export interface TechnicianFacts {
  readonly id: ResourceId;
  readonly name: string;
  readonly skills: readonly TechnicianSkill[];
  /** Where the day starts and ends. */
  readonly home: Coordinates;
  readonly dailyMaximum: number;
  readonly targetMinutes: Minutes | null;
  readonly capacity: number;
  /** Sorted by start, one for each stretch of work. */
  readonly shifts: readonly ShiftFacts[];
  /** Absences that touch the range, also where there is no shift. */
  readonly absences: readonly ClosedStretch[];
  /** Sorted by `from`. */
  readonly busy: readonly BusyClaim[];
}

export interface BayFacts {
  readonly id: ResourceId;
  readonly name: string;
  readonly capabilities: readonly Capability[];
  readonly turnover: Minutes;
  readonly capacity: number;
  /** Breaks taken out. */
  readonly open: readonly InstantRange[];
  readonly absences: readonly ClosedStretch[];
  readonly busy: readonly BusyClaim[];
}

/** Whatever is neither a technician nor a bay. */
export interface OtherFacts {
  readonly id: ResourceId;
  readonly kind: OtherKind;
  readonly name: string;
  /** What the organization calls it; empty for the kinds the product names itself. */
  readonly type: string;
  readonly capabilities: readonly Capability[];
  readonly capacity: number;
  /** Breaks taken out. */
  readonly open: readonly InstantRange[];
  readonly absences: readonly ClosedStretch[];
  readonly busy: readonly BusyClaim[];
  /** A team's active members with what each does otherwise; empty for other kinds. */
  readonly members: readonly MemberFacts[];
}

export type OtherKind = Exclude<ResourceKind, 'technician' | 'bay'>;

/** One member of a team: not to be had through the team while busy with something of his or her own, or away. */
export interface MemberFacts {
  readonly id: ResourceId;
  readonly name: string;
  readonly busy: readonly BusyClaim[];
  readonly absences: readonly ClosedStretch[];
}

/** A stretch in which units of something are in use, and by what. */
export interface Occupied extends InstantRange {
  /** Null when it is no appointment but an absence. */
  readonly appointmentId: AppointmentId | null;
  readonly title: string;
  readonly units: number;
}

/** One appointment's hold on one resource: [from, to) is busy with buffers, [start, end) is the work itself. */
export interface BusyClaim extends Occupied {
  readonly appointmentId: AppointmentId;
  readonly start: Instant;
  readonly end: Instant;
  readonly at: Coordinates;
  readonly pinned: boolean;
}

export interface PartFacts {
  readonly partId: PartId;
  readonly name: string;
  /** What exists from which instant on; the first lot is what lies there now. */
  readonly lots: readonly { readonly at: Instant; readonly quantity: number }[];
  /** What other appointments take, and when. */
  readonly taken: readonly { readonly at: Instant; readonly quantity: number; readonly appointmentId: AppointmentId }[];
  readonly leadTimeDays: number;
  /** From when on any quantity can be there, if it is ordered now; left out where it cannot be ordered. */
  readonly orderableFrom?: Instant;
}
