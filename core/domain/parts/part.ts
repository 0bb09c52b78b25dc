import type { Id } from '../../kernel/id.ts';
import type { LocationId } from '../organization/location.ts';
import type { OrganizationId } from '../organization/organization.ts';
import type { ExternalId } from '../organization/external-id.ts';
import type { Instant } from '../time/instant.ts';

export type PartId = Id<'part'>;
export type StockId = Id<'stock'>;
export type ReservationId = Id<'reservation'>;

export interface Part {
  readonly id: PartId;
  readonly organizationId: OrganizationId;
  readonly number: string;
  readonly name: string;
  /** What one counts: piece, litre, set. */
  readonly measure: string;
  /** Days from an order to its arrival; 0 when it cannot be ordered, or nobody knows how long that takes. */
  readonly leadTimeDays: number;
  /** What other systems call it. */
  readonly externalIds: readonly ExternalId[];
}

/** What of a part lies at a location, and what is on its way there. */
export interface Stock {
  readonly id: StockId;
  readonly organizationId: OrganizationId;
  readonly partId: PartId;
  readonly locationId: LocationId;
  readonly onHand: number;
  readonly arrivals: readonly Arrival[];
}

export interface Arrival {
  readonly at: Instant;
  readonly quantity: number;
}

/** A quantity set aside for one appointment, taken when its busy time begins. The id of the appointment stays a text to keep parts left of work. */
export interface Reservation {
  readonly id: ReservationId;
  readonly organizationId: OrganizationId;
  readonly stockId: StockId;
  readonly appointmentId: Id<'appointment'>;
  readonly quantity: number;
  readonly consumed: boolean;
}

export interface PartNeed {
  readonly partId: PartId;
  readonly quantity: number;
  /** False: the work can begin without it, so that its lack is only a caution. Left out means true. */
  readonly critical?: boolean;
}

/** A quantity that was asked for because work was short of it. It adds nothing to the stock. */
export interface PartOrder {
  readonly partId: PartId;
  readonly locationId: LocationId;
  readonly quantity: number;
  readonly at: Instant;
  /** The order's moment and the part's lead time. */
  readonly expectedAt: Instant;
}

/** Whether all parts that work needs are there in time: lying here, on their way, to be ordered at once, or too few. */
export type PartsAvailability = 'none-needed' | 'here' | 'coming' | 'to-order' | 'short';
