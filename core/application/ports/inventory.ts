import type { Arrival } from '../../domain/parts/part.ts';
import type { LocationId } from '../../domain/organization/location.ts';

/** What an inventory says of one part at one location. */
export interface InventoryAnswer {
  /** The part's number, which both sides know. */
  readonly number: string;
  readonly onHand: number;
  readonly arrivals: readonly Arrival[];
  /** Null when it does not know. */
  readonly leadTimeDays: number | null;
}

/**
 * Who knows what lies in stock. Left out, Laneway's own tables know. An outside inventory is asked before the work, and
 * its answers are taken over by `syncStock`: the rules look at rows alone.
 */
export interface Inventory {
  /** Parts it does not know are left out. May reject. */
  stockOf(
    wanted: { readonly locationId: LocationId; readonly numbers: readonly string[] },
    signal: AbortSignal,
  ): Promise<readonly InventoryAnswer[]>;
}
