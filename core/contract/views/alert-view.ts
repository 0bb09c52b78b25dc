import type { LocationId } from '../../domain/organization/location.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { AlertContext, AlertId, AlertName, AlertOutcome, AlertReason } from '../../domain/work/alert.ts';
import type { AppointmentId, AppointmentStatus } from '../../domain/work/appointment.ts';
import type { CustomerId, UnitId } from '../../domain/work/customer.ts';
import type { Priority } from '../../domain/work/service-type.ts';
import type { WorkOrderId } from '../../domain/work/work-order.ts';

/** A message that came in, and what became of it, in one line. */
export interface AlertLine {
  readonly id: AlertId;
  readonly name: AlertName;
  readonly messageId: string;
  readonly receivedAt: Instant;
  readonly priority: Priority;
  readonly summary: string;
  readonly locationId: LocationId | null;
  readonly unit: { readonly id: UnitId; readonly name: string; readonly plate: string } | null;
  readonly outcome: AlertOutcome;
  /** In the order in which they were found; words: `alert.<why>`. */
  readonly reasons: readonly AlertReason[];
}

export interface AlertView extends AlertLine {
  readonly schemaVersion: number;
  /** As it came, unknown fields included. */
  readonly message: Readonly<Record<string, unknown>>;
  readonly details: AlertContext;
  readonly customer: { readonly id: CustomerId; readonly name: string } | null;
  readonly workOrder: { readonly id: WorkOrderId; readonly number: number; readonly status: string } | null;
  readonly appointment: {
    readonly id: AppointmentId;
    readonly start: Instant;
    readonly end: Instant;
    readonly status: AppointmentStatus;
  } | null;
}
