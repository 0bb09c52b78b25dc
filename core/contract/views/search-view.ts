import type { Coordinates } from '../../domain/organization/location.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { AppointmentStatus } from '../../domain/work/appointment.ts';
import type { CustomerTier } from '../../domain/work/customer.ts';

/** One line of a search, best match first. */
export type SearchHit =
  | {
      readonly kind: 'customer';
      readonly id: string;
      readonly title: string;
      readonly detail: string;
      readonly tier: CustomerTier;
      readonly phone: string;
    }
  | {
      readonly kind: 'unit';
      readonly id: string;
      readonly title: string;
      readonly detail: string;
      readonly customerId: string;
      readonly plate: string;
    }
  | {
      readonly kind: 'workOrder';
      readonly id: string;
      readonly title: string;
      readonly detail: string;
      readonly number: number;
      readonly open: boolean;
    }
  | {
      readonly kind: 'appointment';
      readonly id: string;
      readonly title: string;
      readonly detail: string;
      readonly start: Instant;
      readonly status: AppointmentStatus;
      readonly locationId: string;
    };

export type SearchKind = SearchHit['kind'];

/** A customer with units, as the call form shows it while typing. */
export interface CustomerMatch {
  readonly id: string;
  readonly name: string;
  readonly tier: CustomerTier;
  readonly phone: string;
  readonly address: string;
  /** Null until the address has been given a position. */
  readonly coordinates: Coordinates | null;
  readonly units: readonly { readonly id: string; readonly name: string; readonly plate: string }[];
}
