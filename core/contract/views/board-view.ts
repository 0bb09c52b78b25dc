import type { ClosedStretch } from '../../domain/board/placement-context.ts';
import type { LocationId } from '../../domain/organization/location.ts';
import type { ResourceId, ResourceKind } from '../../domain/resources/resource.ts';
import type { Instant, InstantRange, Minutes } from '../../domain/time/instant.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import type { ZoneId } from '../../domain/time/zones.ts';
import type { AppointmentId, AppointmentState, Claim, SeriesId } from '../../domain/work/appointment.ts';
import type { KindCode, Priority } from '../../domain/work/service-type.ts';
import type { WorkOrderId } from '../../domain/work/work-order.ts';

/** One location's lanes over whole local days, ready to draw. */
export interface BoardView {
  readonly location: { readonly id: LocationId; readonly name: string; readonly zone: ZoneId };
  /** Each local day as long as it is: 23, 24 or 25 hours. */
  readonly days: readonly BoardDay[];
  readonly now: Instant;
  /** Technicians first, then bays, each by position. */
  readonly lanes: readonly LaneView[];
  /** Cancelled and displaced ones are left out; sorted by start. */
  readonly appointments: readonly BoardAppointment[];
  /** Place in the log this view was read at. */
  readonly sequence: number;
}

export interface BoardDay {
  readonly date: LocalDate;
  readonly range: InstantRange;
  /** When the location is open that day. */
  readonly open: readonly InstantRange[];
  readonly closure: string | null;
}

export interface LaneView {
  readonly id: ResourceId;
  readonly kind: ResourceKind;
  readonly name: string;
  /** Skills with levels, or capabilities: "Engine 3 · Brakes 2". */
  readonly detail: string;
  readonly phone: string;
  readonly field: boolean;
  /** Shifts or opening hours inside the days, sorted. */
  readonly working: readonly InstantRange[];
  /** Breaks and absences, sorted. */
  readonly closed: readonly ClosedStretch[];
  /** Occurrences of series that are no appointments yet but take the lane all the same, sorted. */
  readonly occurrences: readonly OccurrenceStretch[];
  /** Minutes taken by appointments in these days, and minutes open for them. */
  readonly booked: Minutes;
  readonly open: Minutes;
  /** Drive home after the last appointment of each day is drawn from here; minutes by appointment, lead's lane only. */
  readonly dailyMaximum: number | null;
}

export interface OccurrenceStretch extends InstantRange {
  readonly seriesId: SeriesId;
  readonly name: string;
}

export interface BoardAppointment {
  readonly id: AppointmentId;
  readonly title: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly before: Minutes;
  readonly after: Minutes;
  readonly state: AppointmentState;
  readonly claims: readonly Claim[];
  readonly kind: KindCode | null;
  readonly priority: Priority;
  readonly workOrderId: WorkOrderId | null;
  readonly workOrderNumber: number | null;
  readonly customer: string;
  readonly unit: string;
  readonly pinned: boolean;
  readonly field: boolean;
  /** Drive to it from the lead's previous place, drawn before the bar; 0 when there is none. */
  readonly travelBefore: Minutes;
  /** Drive home after the lead's last appointment of the day; 0 otherwise. */
  readonly travelAfter: Minutes;
  /** Promised by; null when nothing was promised. */
  readonly due: Instant | null;
  /** The promise is broken, or an overrun before it will break it. */
  readonly atRisk: boolean;
  /** Two claims on one resource at one time: shown stacked and marked. */
  readonly conflict: boolean;
}
