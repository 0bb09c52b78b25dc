import type { BusyIndex } from '../../domain/board/busy-index.ts';
import type { Placement, PlacementNeeds } from '../../domain/board/placement.ts';
import { inTurn, wasOffered, type Wish } from '../../domain/policy/waitlist.ts';
import { addMinutes, MINUTE, range } from '../../domain/time/instant.ts';
import type { Claim } from '../../domain/work/appointment.ts';
import type { WaitlistEntry } from '../../domain/work/waitlist-entry.ts';
import { bestSlots } from '../slots/best-slots.ts';
import type { Slot } from '../slots/request.ts';
import { keptPlace, type Kept } from './kept-place.ts';
import { freedBy, type Opening } from './opening.ts';

/** An entry with what its work asks of a place. */
export interface WishWithNeeds extends Wish<WaitlistEntry> {
  readonly needs: PlacementNeeds;
  /** What it takes along besides a technician and a bay; null when it is those alone. */
  readonly kept: Kept | null;
}

export interface Match extends Placement {
  readonly wish: WishWithNeeds;
}

/** The same facts twice. */
export interface MatchFacts {
  /** With those alone who have become free, and all of the other kind. */
  readonly freed: BusyIndex;
  /** With everybody and everything that some wish takes along. */
  readonly whole: BusyIndex;
}

/** Slots that are looked at for one entry: more than were ever offered to it one after the other. */
const TRIES = 12;

/**
 * The entry that gets the opening, with its place: of those for which the rulebook finds one there without a caution, the
 * first in turn. It takes something that has become free and touches the opening's time, so that free time nearby counts
 * along.
 */
export function bestMatch(facts: MatchFacts, opening: Opening, wishes: readonly WishWithNeeds[]): Match | null {
  const isTechnician = facts.whole.technicians.some((lane) => lane.facts.id === opening.resourceId);
  for (const { entry } of inTurn(wishes, isTechnician ? opening.resourceId : null)) {
    const wish = wishes.find((one) => one.entry === entry);
    const place = wish === undefined ? null : placeFor(facts, opening, wish);
    if (wish !== undefined && place !== null) return { wish, ...place };
  }
  return null;
}

function placeFor(facts: MatchFacts, opening: Opening, { entry, needs, kept }: WishWithNeeds): Placement | null {
  if (kept !== null) return keptPlace(facts.whole, opening, { entry, needs, kept });
  const length = needs.before + needs.duration + needs.after;
  const slot = slotsIn(facts.freed, opening, needs).find((one) => !wasOffered(entry, one.start, length));
  return slot === undefined ? null : { start: slot.start, end: slot.end, claims: claimsOf(slot) };
}

function claimsOf({ technician, bay }: Slot): readonly Claim[] {
  return [
    ...(technician === null ? [] : [{ resourceId: technician.id, role: 'lead' as const, units: 1 }]),
    ...(bay === null ? [] : [{ resourceId: bay.id, role: 'bay' as const, units: 1 }]),
  ];
}

/** Slots without a caution that take the opening's resource and touch its time, those near its beginning first. */
export function slotsIn(
  facts: BusyIndex,
  opening: Opening,
  needs: PlacementNeeds,
  alongside: readonly Claim[] = [],
): readonly Slot[] {
  const { range: open } = opening;
  const freed = freedBy(opening);
  // A start before the opening reaches into it; one a millisecond after its end does not.
  const from = addMinutes(open.from, -(needs.duration + needs.after) + 1);
  const within = range(from, addMinutes(open.to, needs.before));
  const { suggestions } = bestSlots(facts, { needs, count: TRIES, within, near: open.from, alongside });
  return suggestions.filter(
    (slot) =>
      slot.cautions.length === 0 &&
      [slot.technician, slot.bay].some((one) => one !== null && freed.has(one.id)) &&
      slot.start - needs.before * MINUTE < open.to &&
      slot.end + needs.after * MINUTE > open.from,
  );
}
