import type { LocationId } from '../../domain/organization/location.ts';
import type { ResourceId, ResourceKind } from '../../domain/resources/resource.ts';
import type { LocalDate, Weekday } from '../../domain/time/local-date.ts';
import type { Priority, ServiceTypeId } from '../../domain/work/service-type.ts';
import type { ReportName, ReportUnit } from '../reports.ts';

/** One report: what it says in one sentence, its rows, and what they come to together. */
export type ReportView = { readonly [N in ReportName]: ReportOf<N> }[ReportName];

export interface ReportOf<N extends ReportName> {
  readonly name: N;
  /** English; other languages have it under `report.<name>.definition`. */
  readonly definition: string;
  readonly units: Readonly<Record<string, ReportUnit>>;
  readonly locationId: LocationId | null;
  /** Local days of each location, both included. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly rows: readonly ReportRows[N]['row'][];
  readonly total: ReportRows[N]['total'];
}

/** Flat rows of each report: texts and numbers. A share without anything to divide by is null. */
export interface ReportRows {
  readonly utilisation: { readonly row: UtilisationRow; readonly total: Utilisation };
  readonly bookingSuccess: { readonly row: BookingSuccess & ByPriority; readonly total: BookingSuccess };
  readonly recommendedShare: {
    readonly row: Recommended & {
      /** 1 for the best; null where none was taken. */
      readonly rank: number | null;
    };
    /** `share` is that of all ranks together. */
    readonly total: Recommended;
  };
  readonly waitByUrgency: { readonly row: Wait & ByPriority; readonly total: Wait };
  readonly noShowAndLateCancel: { readonly row: Missed & ByLocation; readonly total: Missed };
  readonly travelShare: { readonly row: Travel & ByTechnician; readonly total: Travel };
  readonly overtime: { readonly row: Overtime & ByTechnician; readonly total: Overtime };
  readonly fairness: {
    readonly row: Utilisation & ByTechnician;
    readonly total: Utilisation & { readonly gini: number | null };
  };
  readonly demand: {
    readonly row: { readonly weekday: Weekday; readonly hour: number; readonly appointments: number };
    readonly total: { readonly appointments: number };
  };
  readonly plannedVersusActual: {
    readonly row: Durations & {
      readonly serviceTypeId: ServiceTypeId;
      readonly serviceType: string;
      /** What the service type says now. */
      readonly standardMinutes: number;
      readonly suggestedMinutes: number | null;
    };
    readonly total: Durations;
  };
}

interface ByPriority {
  readonly priority: Priority;
}

interface ByLocation {
  readonly locationId: LocationId;
  readonly location: string;
}

interface ByTechnician {
  readonly resourceId: ResourceId;
  readonly resource: string;
}

export interface Utilisation {
  readonly bookedMinutes: number;
  readonly openMinutes: number;
  readonly share: number | null;
}

export interface UtilisationRow extends Utilisation, ByTechnician {
  readonly kind: ResourceKind;
  readonly date: LocalDate;
}

export interface BookingSuccess {
  /** Cancelled ones left out. */
  readonly opened: number;
  readonly cancelled: number;
  readonly booked: number;
  readonly share: number | null;
}

export interface Recommended {
  readonly appointments: number;
  readonly share: number | null;
}

export interface Wait {
  readonly workOrders: number;
  readonly meanHours: number | null;
  readonly medianHours: number | null;
  readonly longestHours: number | null;
}

export interface Missed {
  readonly appointments: number;
  readonly noShows: number;
  readonly lateCancellations: number;
  readonly noShowShare: number | null;
  readonly lateCancelShare: number | null;
}

export interface Travel {
  readonly driveMinutes: number;
  readonly workMinutes: number;
  readonly share: number | null;
}

export interface Overtime {
  readonly workMinutes: number;
  readonly overtimeMinutes: number;
  readonly share: number | null;
}

export interface Durations {
  readonly completed: number;
  readonly meanPlannedMinutes: number | null;
  readonly meanActualMinutes: number | null;
  readonly medianActualMinutes: number | null;
}
