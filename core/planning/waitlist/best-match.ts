import type { BusyIndex } from '../../domain/board/busy-index.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import { inTurn, wasOffered, type Wish } from '../../domain/policy/waitlist.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import { addMinutes, MINUTE, range, type InstantRange } from '../../domain/time/instant.ts';
import type { Claim } from '../../domain/work/appointment.ts';
import type { WaitlistEntry } from '../../domain/work/waitlist-entry.ts';
import { bestSlots } from '../slots/best-slots.ts';
import type { Slot } from '../slots/request.ts';

/** Time that somebody or something has become free. */
export interface Opening {
  readonly resourceId: ResourceId;
  readonly range: InstantRange;
}

/** An entry with what its work asks of a place. */
export interface WishWithNeeds extends Wish<WaitlistEntry> {
  readonly needs: PlacementNeeds;
}

export interface Match {
  readonly wish: WishWithNeeds;
  readonly slot: Slot;
}

/** Slots that are looked at for one entry: more than were ever offered to it one after the other. */
const TRIES = 12;

/**
 * The entry that gets the opening, with its slot: of those for which the rulebook finds a place there without a caution,
 * the first in turn. The slot takes the opening's resource and touches its time, so that free time nearby counts along.
 */
export function bestMatch(facts: BusyIndex, opening: Opening, wishes: readonly WishWithNeeds[]): Match | null {
  const isTechnician = facts.technicians.some((lane) => lane.facts.id === opening.resourceId);
  for (const { entry } of inTurn(wishes, isTechnician ? opening.resourceId : null)) {
    const wish = wishes.find((one) => one.entry === entry);
    const slot = wish === undefined ? undefined : slotFor(facts, opening, wish);
    if (wish !== undefined && slot !== undefined) return { wish, slot };
  }
  return null;
}

function slotFor(facts: BusyIndex, opening: Opening, { entry, needs }: WishWithNeeds): Slot | undefined {
  const length = needs.before + needs.duration + needs.after;
  return slotsIn(facts, opening, needs).find((slot) => !wasOffered(entry, slot.start, length));
}

/** Slots without a caution that take the opening's resource and touch its time, those near its beginning first. */
export function slotsIn(
  facts: BusyIndex,
  { resourceId, range: open }: Opening,
  needs: PlacementNeeds,
  alongside: readonly Claim[] = [],
): readonly Slot[] {
  // A start before the opening reaches into it; one a millisecond after its end does not.
  const from = addMinutes(open.from, -(needs.duration + needs.after) + 1);
  const within = range(from, addMinutes(open.to, needs.before));
  const { suggestions } = bestSlots(facts, { needs, count: TRIES, within, near: open.from, alongside });
  return suggestions.filter(
    (slot) =>
      slot.cautions.length === 0 &&
      (slot.technician?.id === resourceId || slot.bay?.id === resourceId) &&
      slot.start - needs.before * MINUTE < open.to &&
      slot.end + needs.after * MINUTE > open.from,
  );
}
