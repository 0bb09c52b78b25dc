import type { Id } from '../../kernel/id.ts';
import type { LocationId } from '../organization/location.ts';
import type { OrganizationId } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import type { AppointmentId } from './appointment.ts';
import type { UnitId } from './customer.ts';
import type { Priority } from './service-type.ts';
import type { WorkOrderId } from './work-order.ts';

export type AlertId = Id<'alert'>;

export type AlertName = 'alert.created' | 'agent.decision.made';

/** A message that came in, kept whole, with what became of it and why. */
export interface Alert {
  readonly id: AlertId;
  readonly organizationId: OrganizationId;
  /** Null only where the organization has no location yet. */
  readonly locationId: LocationId | null;
  readonly name: AlertName;
  /** The sender's id of the message: the same id is taken once. */
  readonly messageId: string;
  readonly schemaVersion: number;
  readonly receivedAt: Instant;
  /** The message as it came, unknown fields included. */
  readonly message: Readonly<Record<string, unknown>>;
  /** What was asked about it elsewhere, or found here: details of the alert and health of the unit. */
  readonly details: AlertContext;
  readonly unitId: UnitId | null;
  readonly priority: Priority;
  readonly summary: string;
  readonly outcome: AlertOutcome;
  /** Every step of the decision, in order, as sentences' keys with their facts. */
  readonly reasons: readonly AlertReason[];
}

export interface AlertContext {
  readonly alert: Readonly<Record<string, unknown>>;
  readonly health: Readonly<Record<string, unknown>>;
}

export type AlertOutcome =
  | { readonly status: 'booked'; readonly workOrderId: WorkOrderId; readonly appointmentId: AppointmentId }
  | { readonly status: 'work-order'; readonly workOrderId: WorkOrderId }
  | { readonly status: 'noted' };

/** The words are in the message catalogues under `alert.<why>`. Moments are UTC milliseconds in `start`, `until`, `at`. */
export interface AlertReason {
  readonly why: AlertWhy;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Every step a decision about a message can take. */
export const ALERT_WHYS = [
  'priority',
  'location-assumed',
  'location-unknown',
  'unit-known',
  'unit-unknown',
  'service-known',
  'service-by-words',
  'service-chosen',
  'service-unknown',
  'service-not-said',
  'service-none',
  'kind-unknown',
  'kind-by-severity',
  'kind-missing',
  // These two are told no more; files from before have them.
  'service-first',
  'service-unclear',
  'no-service-wanted',
  'handled-before',
  'details-missing',
  'health-missing',
  'stock-missing',
  'switched-off',
  'kind-by-hand',
  'not-critical',
  'no-days',
  'unit-needed',
  'books-within',
  'books-at-once',
  'nothing-fits',
  'cannot-book',
  'asks-approval',
  'booked',
  'waits-on-top',
  'waits',
] as const;
export type AlertWhy = (typeof ALERT_WHYS)[number];
