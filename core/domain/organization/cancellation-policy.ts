import type { Minutes } from '../time/instant.ts';
import type { Money } from './money.ts';

/** Until when a cancellation is free, and what a late one and a no-show cost. */
export interface CancellationPolicy {
  /** Minutes before the start up to which calling off is free, that minute included. */
  readonly freeUntil: Minutes;
  readonly late: Charge;
  readonly noShow: Charge;
}

/** What is charged to whom. */
export interface Charge {
  readonly terms: FeeTerms;
  /** Service types that are charged otherwise, by id; others take `terms`. */
  readonly byServiceType: Readonly<Record<string, FeeTerms>>;
  /** Customers of these tiers are never charged. */
  readonly exemptTiers: readonly ExemptTier[];
}

export type FeeTerms =
  | { readonly kind: 'none' }
  | { readonly kind: 'fixed'; readonly amount: Money }
  /** Of the service type's price; without a price there is no fee. */
  | { readonly kind: 'percent'; readonly percent: number };

export type ExemptTier = 'standard' | 'premium' | 'fleet';

const NO_CHARGE: Charge = { terms: { kind: 'none' }, byServiceType: {}, exemptTiers: [] };

/** The mission's: free until 24 hours before; what a late one costs is for the organization to say. */
export const DEFAULT_CANCELLATION: CancellationPolicy = {
  freeUntil: 1440 as Minutes,
  late: NO_CHARGE,
  noShow: NO_CHARGE,
};
