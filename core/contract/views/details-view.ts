import type { ResourceKind } from '../../domain/resources/resource.ts';
import type { Appointment, AppointmentStatus } from '../../domain/work/appointment.ts';
import type { Customer, Unit } from '../../domain/work/customer.ts';
import type { AppointmentKind, ServiceType } from '../../domain/work/service-type.ts';
import type { WorkOrder } from '../../domain/work/work-order.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { Verdict } from '../../domain/rules/reason.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { AlertLine } from './alert-view.ts';
import type { LogEntryView } from './log-view.ts';

/** Everything the details panel shows of one appointment. */
export interface AppointmentDetails {
  readonly appointment: Appointment;
  readonly workOrder: WorkOrder | null;
  readonly customer: Customer | null;
  readonly unit: Unit | null;
  readonly kind: AppointmentKind | null;
  readonly serviceType: ServiceType | null;
  readonly resources: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: ResourceKind;
    readonly phone: string;
  }[];
  readonly parts: readonly PartLine[];
  readonly needs: PlacementNeeds;
  /** How its present place stands with the rules. */
  readonly verdict: Verdict;
  readonly nextStatuses: readonly AppointmentStatus[];
  /** Newest first. */
  readonly history: readonly LogEntryView[];
}

export interface WorkOrderDetails {
  readonly workOrder: WorkOrder;
  readonly customer: Customer | null;
  readonly unit: Unit | null;
  readonly kind: AppointmentKind | null;
  readonly serviceType: ServiceType | null;
  readonly parts: readonly PartLine[];
  readonly needs: PlacementNeeds;
  /** The message it came from, with why it is booked or waits; null when a person opened it. */
  readonly alert: AlertLine | null;
  /** Its appointments, newest first, the live one first of all. */
  readonly appointments: readonly Appointment[];
  readonly history: readonly LogEntryView[];
}

export interface PartLine {
  readonly partId: string;
  readonly name: string;
  readonly measure: string;
  readonly quantity: number;
  readonly inStock: number;
  /** When the missing quantity arrives; null when it is there or nobody knows. */
  readonly arrivesAt: Instant | null;
}
