import type { Instant, Minutes } from '../../domain/time/instant.ts';
import type { AppointmentId } from '../../domain/work/appointment.ts';
import type { CustomerTier } from '../../domain/work/customer.ts';
import type { KindCode, Priority } from '../../domain/work/service-type.ts';
import type { WorkOrderId } from '../../domain/work/work-order.ts';

/** Work that waits for a place, and promises that need an eye. */
export interface TrayView {
  readonly counts: {
    readonly unassigned: number;
    readonly held: number;
    readonly requested: number;
    readonly risk: number;
  };
  readonly items: readonly TrayItem[];
  /** How many the filter hides, so that a filter never lies. */
  readonly hidden: number;
}

export interface TrayItem {
  /** Unassigned items are work orders; the other tabs hold appointments. */
  readonly workOrderId: WorkOrderId | null;
  readonly appointmentId: AppointmentId | null;
  readonly number: number | null;
  readonly title: string;
  readonly customer: string;
  readonly tier: CustomerTier | null;
  readonly unit: string;
  readonly kind: KindCode | null;
  readonly priority: Priority;
  readonly duration: Minutes;
  readonly due: Instant | null;
  readonly start: Instant | null;
  readonly heldUntil: Instant | null;
  readonly field: boolean;
  readonly needsBay: boolean;
  /** A part that is not there yet: when it arrives, or null when nobody knows. */
  readonly waitsForPart: { readonly part: string; readonly arrivesAt: Instant | null } | null;
  readonly openedAt: Instant;
}
