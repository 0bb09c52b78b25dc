import type { Id } from '../../kernel/id.ts';
import type { LocationId } from '../organization/location.ts';
import type { OrganizationId } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import type { AppointmentId } from './appointment.ts';
import type { WorkOrderId } from './work-order.ts';

export type AlertId = Id<'alert'>;

/** A message that came in, kept whole, with what became of it and why. */
export interface Alert {
  readonly id: AlertId;
  readonly organizationId: OrganizationId;
  /** Null where the message and its unit name no location. */
  readonly locationId: LocationId | null;
  readonly name: 'alert.created' | 'agent.decision.made';
  /** The sender's id of the message: the same id is taken once. */
  readonly messageId: string;
  readonly schemaVersion: number;
  readonly receivedAt: Instant;
  /** The message as it came, unknown fields included. */
  readonly message: Readonly<Record<string, unknown>>;
  readonly outcome: AlertOutcome;
  /** Every step of the decision, in order, as sentences' keys with their facts. */
  readonly reasons: readonly AlertReason[];
}

export type AlertOutcome =
  | { readonly status: 'booked'; readonly workOrderId: WorkOrderId; readonly appointmentId: AppointmentId }
  | { readonly status: 'work-order'; readonly workOrderId: WorkOrderId }
  | { readonly status: 'noted' };

export interface AlertReason {
  readonly why: string;
  readonly facts: Readonly<Record<string, string | number>>;
}
