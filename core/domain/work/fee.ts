import type { Id } from '../../kernel/id.ts';
import type { FeeTerms } from '../organization/cancellation-policy.ts';
import type { Money } from '../organization/money.ts';
import type { OrganizationId } from '../organization/organization.ts';
import type { Instant, Minutes } from '../time/instant.ts';
import type { AppointmentId } from './appointment.ts';
import type { CustomerId } from './customer.ts';

export type FeeId = Id<'fee'>;

/** What a late cancellation or a no-show costs. Collecting it is a port's business. */
export interface Fee {
  readonly id: FeeId;
  readonly organizationId: OrganizationId;
  readonly appointmentId: AppointmentId;
  readonly customerId: CustomerId | null;
  /** What the appointment was called. */
  readonly title: string;
  readonly reason: 'late-cancellation' | 'no-show';
  readonly amount: Money;
  readonly basis: FeeBasis;
  readonly since: Instant;
  readonly state: FeeState;
}

/** How an amount was computed, in the terms of the policy that stood then. */
export interface FeeBasis {
  readonly terms: FeeTerms;
  readonly serviceType: string | null;
  /** What a per cent was taken of. */
  readonly price: Money | null;
  readonly freeUntil: Minutes;
  /** Minutes before the start; negative after it. */
  readonly notice: Minutes;
}

export type FeeState =
  | { readonly status: 'due' }
  | { readonly status: 'paid'; readonly at: Instant; readonly reference: string }
  | { readonly status: 'waived'; readonly at: Instant; readonly by: string; readonly reason: string }
  | { readonly status: 'refunded'; readonly at: Instant; readonly by: string; readonly reason: string };

export type FeeStatus = FeeState['status'];

/** What may become of a fee; waived and refunded are final, and only undo leaves them. */
const NEXT: Readonly<Record<FeeStatus, readonly FeeStatus[]>> = {
  due: ['paid', 'waived'],
  paid: ['refunded'],
  waived: [],
  refunded: [],
};

export function feeCanBecome(from: FeeStatus, to: FeeStatus): boolean {
  return NEXT[from].includes(to);
}
