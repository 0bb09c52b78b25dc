import type { LocationId } from '../organization/location.ts';
import type { OrganizationId } from '../organization/organization.ts';
import type { Minutes } from '../time/instant.ts';
import type { ZoneId } from '../time/zones.ts';
import type { AppointmentId, Claim, Participant, SeriesId } from '../work/appointment.ts';
import type { CustomerId, UnitId } from '../work/customer.ts';
import type { Priority, ServiceTypeId } from '../work/service-type.ts';
import type { Place } from '../work/work-order.ts';

/**
 * A repeating intention, kept as wall time and zone (RFC 5545 3.3.10, 3.8.5.3). Occurrences are computed on demand;
 * one that somebody changes or that begins becomes an appointment of its own with `seriesId` and `occurrence`.
 */
export interface Series {
  readonly id: SeriesId;
  readonly organizationId: OrganizationId;
  readonly locationId: LocationId;
  /** What each occurrence is called; the series' name in lists. */
  readonly name: string;
  readonly description: string;
  readonly zone: ZoneId;
  /** Wall time of the first start, `2026-11-23T09:00`. */
  readonly start: WallText;
  /** Minutes that pass from start to end, also over a clock change. */
  readonly duration: Minutes;
  readonly before: Minutes;
  readonly after: Minutes;
  /** RFC 5545 RRULE value without `RRULE:`; UNTIL in UTC. */
  readonly rule: string;
  /** Further starts (RDATE), wall times. */
  readonly extra: readonly WallText[];
  readonly exceptions: readonly OccurrenceException[];
  readonly claims: readonly Claim[];
  readonly participants: readonly Participant[];
  readonly serviceTypeId: ServiceTypeId | null;
  readonly customerId: CustomerId | null;
  readonly unitId: UnitId | null;
  readonly place: Place | null;
  readonly priority: Priority;
  /** The series that "this and following" split this one from; null for one that was made as such. */
  readonly splitFrom: SeriesId | null;
  readonly active: boolean;
}

/** A wall time without a zone, `YYYY-MM-DDTHH:MM`, seconds `:SS` where an import had them. */
export type WallText = string;

/** A change or cancellation of one occurrence, named by its original local start. */
export type OccurrenceException =
  | { readonly start: WallText; readonly change: 'cancelled' }
  | {
      readonly start: WallText;
      readonly change: 'moved';
      readonly to: WallText;
      readonly duration: Minutes;
      /** Null keeps the series'. */
      readonly claims: readonly Claim[] | null;
    }
  /** It has become an appointment of its own. */
  | { readonly start: WallText; readonly change: 'appointment'; readonly appointmentId: AppointmentId };
