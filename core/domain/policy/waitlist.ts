import type { ResourceId } from '../resources/resource.ts';
import { MINUTE, type Instant } from '../time/instant.ts';
import type { CustomerTier } from '../work/customer.ts';
import type { Priority } from '../work/service-type.ts';
import type { WaitlistEntry } from '../work/waitlist-entry.ts';

/** What counts for the order of a waitlist. */
export type Waiting = Pick<WaitlistEntry, 'id' | 'priority' | 'since' | 'preferredTechnicians'>;

/** An entry with the tier of its customer; whoever is not known counts as standard. */
export interface Wish<E extends Waiting = Waiting> {
  readonly entry: E;
  readonly tier: CustomerTier;
}

/** The planner's scale (semantics.md, Work): low 1, normal 2, high 4, urgent 5; premium and fleet add 1 up to 5. */
const WEIGHT: Readonly<Record<Priority, number>> = { low: 1, normal: 2, high: 4, urgent: 5 };
const MOST = 5;

export function weightOf({ entry, tier }: Wish): number {
  return Math.min(MOST, WEIGHT[entry.priority] + (tier === 'standard' ? 0 : 1));
}

/**
 * Entries in the order in which a slot of this technician is offered to them: those it suits as they like it, then by
 * urgency and tier, then whoever has waited longest; the id settles the rest. Null asks for no technician in particular.
 */
export function inTurn<E extends Waiting>(
  wishes: readonly Wish<E>[],
  technicianId: ResourceId | null,
): readonly Wish<E>[] {
  const unliked = ({ entry }: Wish): number => (likes(entry, technicianId) ? 0 : 1);
  return wishes.toSorted(
    (a, b) =>
      unliked(a) - unliked(b) ||
      weightOf(b) - weightOf(a) ||
      a.entry.since - b.entry.since ||
      (a.entry.id < b.entry.id ? -1 : 1),
  );
}

/** Without a preference everybody is welcome. */
function likes({ preferredTechnicians }: Waiting, technicianId: ResourceId | null): boolean {
  return technicianId === null || preferredTechnicians.length === 0 || preferredTechnicians.includes(technicianId);
}

/**
 * True when the slot overlaps one that was offered to the entry before: nobody is asked about one opening twice. `length` is
 * the busy time of the work, buffers included, in minutes.
 */
export function wasOffered({ offers }: Pick<WaitlistEntry, 'offers'>, start: Instant, length: number): boolean {
  return offers.some((offer) => Math.abs(offer.start - start) < length * MINUTE);
}
