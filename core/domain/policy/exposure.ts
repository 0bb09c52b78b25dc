import type { ResourceId } from '../resources/resource.ts';
import { MINUTE, type Instant } from '../time/instant.ts';
import type { ExposedSlot } from '../work/exposure.ts';

/** A slot that may be shown, with the hour of the local day in which it begins. */
export interface OpenSlot {
  readonly start: Instant;
  readonly end: Instant;
  readonly bayId: ResourceId | null;
  readonly hour: number;
}

/** Everything that may be shown of one technician, by start. */
export interface OpenSlots {
  readonly technicianId: ResourceId;
  readonly slots: readonly OpenSlot[];
}

/** How often each technician and each hour of the day was shown lately. */
export interface ExposureCounts {
  readonly technicians: ReadonlyMap<ResourceId, number>;
  readonly hours: ReadonlyMap<number, number>;
}

export interface ExposureWish {
  readonly requester: string;
  /** Shown already and still to be had: they stay. */
  readonly kept: readonly ExposedSlot[];
  readonly count: number;
  /** Asked last and only of slots about to be shown: false leaves the slot out. */
  readonly isFree: (slot: ExposedSlot) => boolean;
}

/** How many slots are shown: up to three of a person asked for, up to five of a location. */
export const SHOWN = { person: 3, location: 5 } as const;
/** Fewer than this are filled up when slots were taken meanwhile. */
export const LEAST_SHOWN = { person: 1, location: 3 } as const;

/** Starts of one technician that are shown together lie at least this far apart. */
const APART = 60 * MINUTE;

/**
 * Chooses what a requester is shown, by start. Each next slot is one of the technician who was shown least, this requester's
 * choice included, at the hour of the day that was shown least; what is equal is settled by a number made of requester and
 * slot, so that the same requester sees the same and different ones do not all see one slot.
 */
export function chooseExposed(open: readonly OpenSlots[], counts: ExposureCounts, wish: ExposureWish): ExposedSlot[] {
  const seed = seedOf(wish.requester);
  const chosen: ExposedSlot[] = [...wish.kept];
  const hours = new Map<number, number>();
  const out = new Map<ResourceId, Set<OpenSlot>>();
  let left = open.filter((one) => one.slots.length > 0);
  while (chosen.length < wish.count && left.length > 0) {
    const next = leastShown(left, counts, chosen, seed);
    const slot = next === undefined ? undefined : bestSlot(next, { counts, chosen, hours, out, seed });
    if (next === undefined || slot === undefined) {
      left = left.filter((one) => one !== next);
      continue;
    }
    const { technicianId } = next;
    out.set(technicianId, new Set(out.get(technicianId)).add(slot));
    const { start, end, bayId } = slot;
    const exposed: ExposedSlot = { start, end, technicianId, bayId };
    if (!wish.isFree(exposed)) continue;
    chosen.push(exposed);
    hours.set(slot.hour, (hours.get(slot.hour) ?? 0) + 1);
  }
  return chosen.toSorted((a, b) => a.start - b.start || (a.technicianId < b.technicianId ? -1 : 1));
}

function leastShown(
  open: readonly OpenSlots[],
  counts: ExposureCounts,
  chosen: readonly ExposedSlot[],
  seed: number,
): OpenSlots | undefined {
  const taken = new Map<ResourceId, number>();
  for (const { technicianId } of chosen) taken.set(technicianId, (taken.get(technicianId) ?? 0) + 1);
  return least(open, {
    first: ({ technicianId }) => taken.get(technicianId) ?? 0,
    second: ({ technicianId }) => counts.technicians.get(technicianId) ?? 0,
    third: (_one, place) => mixed(seed, place),
  });
}

interface Choosing {
  readonly counts: ExposureCounts;
  readonly chosen: readonly ExposedSlot[];
  /** Hours of the day among the chosen. */
  readonly hours: ReadonlyMap<number, number>;
  /** Looked at already, by technician. */
  readonly out: ReadonlyMap<ResourceId, ReadonlySet<OpenSlot>>;
  readonly seed: number;
}

function bestSlot({ technicianId, slots }: OpenSlots, choosing: Choosing): OpenSlot | undefined {
  const { counts, chosen, hours, out, seed } = choosing;
  const own = chosen.filter((one) => one.technicianId === technicianId);
  const looked = out.get(technicianId);
  const isOut = (slot: OpenSlot): boolean =>
    looked?.has(slot) === true ||
    own.some((one) => Math.abs(one.start - slot.start) < Math.max(APART, one.end - one.start));
  const free = looked === undefined && own.length === 0 ? slots : slots.filter((slot) => !isOut(slot));
  return least(free, {
    first: (slot) => hours.get(slot.hour) ?? 0,
    second: (slot) => counts.hours.get(slot.hour) ?? 0,
    third: (slot) => mixed(seed, slot.start / MINUTE),
  });
}

type Figure<T> = (one: T, place: number) => number;

/** What is compared, one after the other. */
interface Figures<T> {
  readonly first: Figure<T>;
  readonly second: Figure<T>;
  readonly third: Figure<T>;
}

/** The first of the list whose figures are least; each figure is worked out only when it matters. */
function least<T>(list: readonly T[], { first, second, third }: Figures<T>): T | undefined {
  let best: T | undefined;
  let x = Infinity;
  let y = Infinity;
  let z = Infinity;
  for (let place = 0; place < list.length; place += 1) {
    const one = list[place];
    if (one === undefined) continue;
    const a = first(one, place);
    if (a > x) continue;
    const b = second(one, place);
    if (a === x && b > y) continue;
    const c = third(one, place);
    if (a === x && b === y && c >= z) continue;
    best = one;
    x = a;
    y = b;
    z = c;
  }
  return best;
}

/** FNV-1a of the requester's name. */
function seedOf(requester: string): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < requester.length; index += 1)
    hash = Math.imul(hash ^ requester.charCodeAt(index), 16_777_619);
  return hash >>> 0;
}

/** A number in [0, 2^32) that says nothing about either of the two. */
function mixed(seed: number, value: number): number {
  let hash = Math.imul(seed ^ value, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * How unequally something is shared out, 0 (all have the same) to almost 1 (one has everything): the Gini coefficient, half
 * the mean difference between any two, over the mean.
 */
export function giniOf(shares: readonly number[]): number {
  const sorted = shares.toSorted((a, b) => a - b);
  const total = sorted.reduce((sum, one) => sum + one, 0);
  if (total === 0) return 0;
  const weighted = sorted.reduce((sum, one, index) => sum + (2 * (index + 1) - sorted.length - 1) * one, 0);
  return weighted / (sorted.length * total);
}
