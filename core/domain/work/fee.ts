import type { Id } from '../../kernel/id.ts';
import type { Money } from '../organization/money.ts';
import type { OrganizationId } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import type { AppointmentId } from './appointment.ts';
import type { CustomerId } from './customer.ts';

export type FeeId = Id<'fee'>;

/** What a late cancellation or a no-show costs. Collecting it is a port's business. */
export interface Fee {
  readonly id: FeeId;
  readonly organizationId: OrganizationId;
  readonly appointmentId: AppointmentId;
  readonly customerId: CustomerId | null;
  readonly reason: 'late-cancellation' | 'no-show';
  readonly amount: Money;
  /** How it was computed, in the terms of the policy that stood then. */
  readonly terms: string;
  readonly since: Instant;
  readonly state: FeeState;
}

export type FeeState =
  | { readonly status: 'due' }
  | { readonly status: 'paid'; readonly at: Instant; readonly reference: string }
  | { readonly status: 'waived'; readonly at: Instant; readonly by: string; readonly reason: string }
  | { readonly status: 'refunded'; readonly at: Instant; readonly by: string; readonly reason: string };
