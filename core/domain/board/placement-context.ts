import type { BookingPolicy } from '../organization/organization.ts';
import type { Coordinates, LocationId, TravelModel } from '../organization/location.ts';
import type { PartId } from '../parts/part.ts';
import type { ResourceId, TechnicianSkill } from '../resources/resource.ts';
import type { Instant, InstantRange, Minutes } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { ZoneId } from '../time/zones.ts';
import type { AppointmentId } from '../work/appointment.ts';

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
  readonly parts: readonly PartFacts[];
}

/** One local day: its date, its first instant to the next day's, and the instant at which its clock shows 12:00. */
export interface ContextDay extends InstantRange {
  readonly date: LocalDate;
  readonly noon: Instant;
}

/** A closed stretch and its reason in the organization's own words. */
export interface ClosedStretch extends InstantRange {
  readonly why: 'break' | 'absence' | 'closure';
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
  readonly capabilities: readonly string[];
  readonly turnover: Minutes;
  readonly capacity: number;
  readonly open: readonly InstantRange[];
  readonly absences: readonly ClosedStretch[];
  readonly busy: readonly BusyClaim[];
}

/** One appointment's hold on one resource: [from, to) is busy with buffers, [start, end) is the work itself. */
export interface BusyClaim extends InstantRange {
  readonly appointmentId: AppointmentId;
  readonly title: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly units: number;
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
}
