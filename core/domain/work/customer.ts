import type { Id } from '../../kernel/id.ts';
import type { Coordinates } from '../organization/location.ts';
import type { OrganizationId } from '../organization/organization.ts';
import type { ExternalId } from '../organization/external-id.ts';

export type CustomerId = Id<'customer'>;
export type UnitId = Id<'unit'>;
export type CustomerTier = 'standard' | 'premium' | 'fleet';

export interface Customer {
  readonly id: CustomerId;
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly tier: CustomerTier;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly coordinates: Coordinates | null;
  readonly contacts: readonly Contact[];
  readonly notes: string;
  /** What other systems call it. */
  readonly externalIds: readonly ExternalId[];
}

export interface Contact {
  readonly name: string;
  readonly role: string;
  readonly phone: string;
  readonly email: string;
}

/** What is serviced: a vehicle, a machine, a device. */
export interface Unit {
  readonly id: UnitId;
  readonly organizationId: OrganizationId;
  readonly customerId: CustomerId;
  readonly name: string;
  /** Number plate or serial number, as people say it on the phone. */
  readonly plate: string;
  readonly details: string;
  /** What other systems call it. */
  readonly externalIds: readonly ExternalId[];
}
