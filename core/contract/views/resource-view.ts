import type { ClosedStretch } from '../../domain/board/placement-context.ts';
import type { ResourceKind } from '../../domain/resources/resource.ts';
import type { WallText } from '../../domain/series/series.ts';
import type { Instant, InstantRange } from '../../domain/time/instant.ts';
import type { ZoneId } from '../../domain/time/zones.ts';
import type { AppointmentState, ClaimRole, SeriesId } from '../../domain/work/appointment.ts';
import type { UtilisationRow } from './report-view.ts';

/** Who or what it is about. */
export interface ResourceHead {
  readonly id: string;
  readonly kind: ResourceKind;
  readonly name: string;
  readonly capacity: number;
  /** The location's. */
  readonly zone: ZoneId;
}

/** One resource in a stretch of time: when it works, what closes it, what is booked. */
export interface ResourceSchedule {
  readonly resource: ResourceHead;
  readonly range: InstantRange;
  /** Hours less everything that closes them, sorted and cut to the range. */
  readonly working: readonly InstantRange[];
  /** Absences, blackouts and the location's closures, sorted and as long as they are. */
  readonly closed: readonly ClosedStretch[];
  /** Everything but what was called off, by start. */
  readonly appointments: readonly ScheduledAppointment[];
  /** Occurrences of series that are no appointments yet but take its time all the same, by start; none that is over. */
  readonly occurrences: readonly ScheduledOccurrence[];
}

export interface ScheduledAppointment {
  readonly id: string;
  readonly title: string;
  readonly start: Instant;
  readonly end: Instant;
  /** Busy time: the buffers included, an overrun until now. */
  readonly busy: InstantRange;
  readonly state: AppointmentState;
  readonly role: ClaimRole;
  readonly units: number;
}

/** It has no id: it becomes an appointment when somebody books or changes it. */
export interface ScheduledOccurrence {
  readonly seriesId: SeriesId;
  /** Its original local start: with the series, what names it. */
  readonly occurrence: WallText;
  /** The series' name. */
  readonly title: string;
  readonly start: Instant;
  readonly end: Instant;
  /** The buffers included. */
  readonly busy: InstantRange;
  readonly role: ClaimRole;
  readonly units: number;
}

export interface FreeTime {
  readonly resource: ResourceHead;
  readonly units: number;
  /** Sorted and disjoint. */
  readonly free: readonly InstantRange[];
}

/** Per resource and local day, with the sum over all, in which a team's open minutes are those of its members. */
export interface ResourceUtilisation {
  readonly rows: readonly UtilisationRow[];
  readonly total: { readonly bookedMinutes: number; readonly openMinutes: number; readonly share: number | null };
}

export interface NextFreeSlot {
  /** Null when nothing is free at once in the days that were looked through. */
  readonly slot: {
    readonly start: Instant;
    readonly end: Instant;
    /** In the order of the wishes. */
    readonly claims: readonly {
      readonly resourceId: string;
      readonly name: string;
      readonly kind: ResourceKind;
      readonly role: ClaimRole;
      readonly units: number;
    }[];
  } | null;
  /** Starts were looked for in it. */
  readonly searched: InstantRange;
}
