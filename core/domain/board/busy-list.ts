import type { BusyClaim, Occupied } from './placement-context.ts';

/** One lane's claims as sorted typed arrays. Local to the process; never on the wire. */
export interface BusyList<C extends Occupied = BusyClaim> {
  readonly count: number;
  /** Ascending. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly units: Int32Array;
  /** Length of the longest claim: how far back an overlap can begin. */
  readonly longest: number;
  /** In the order of the arrays. */
  readonly claims: readonly C[];
}

/** Claims may come in any order and may overlap. */
export function busyListOf<C extends Occupied>(claims: readonly C[]): BusyList<C> {
  const sorted = claims.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const count = sorted.length;
  const from = new Float64Array(count);
  const to = new Float64Array(count);
  const units = new Int32Array(count);
  let longest = 0;
  sorted.forEach((claim, index) => {
    from[index] = claim.from;
    to[index] = claim.to;
    units[index] = claim.units;
    longest = Math.max(longest, claim.to - claim.from);
  });
  return { count, from, to, units, longest, claims: sorted };
}

/** The first position whose value is at least `bound`; the length when there is none. */
export function lowerBound(sorted: Float64Array, bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first claim that overlaps [from, to), or -1. */
export function overlapIn(list: BusyList<Occupied>, from: number, to: number): number {
  for (let index = lowerBound(list.from, from - list.longest); index < list.count; index += 1) {
    if ((list.from[index] ?? 0) >= to) return -1;
    if ((list.to[index] ?? 0) > from) return index;
  }
  return -1;
}

/**
 * Sweeps [from, to) and gives the claim at whose beginning more than `room` units are in use, or -1. `after` lengthens
 * every claim: the turnover of a bay.
 */
export function crowdedAt(list: BusyList<Occupied>, from: number, to: number, room: number, after = 0): number {
  const first = lowerBound(list.from, from - list.longest - after);
  for (let index = first; index < list.count && (list.from[index] ?? 0) < to; index += 1) {
    if ((list.to[index] ?? 0) + after <= from) continue;
    const moment = Math.max(from, list.from[index] ?? 0);
    let used = 0;
    for (let other = first; other <= index; other += 1) {
      if ((list.to[other] ?? 0) + after > moment) used += list.units[other] ?? 0;
    }
    if (used > room) return index;
  }
  return -1;
}

/** Units in use at one moment. */
export function unitsAt(list: BusyList<Occupied>, moment: number): number {
  let used = 0;
  for (let index = lowerBound(list.from, moment - list.longest); index < list.count; index += 1) {
    if ((list.from[index] ?? 0) > moment) break;
    if ((list.to[index] ?? 0) > moment) used += list.units[index] ?? 0;
  }
  return used;
}

/** The claim that ends last among those that end by `at`, or -1. */
export function previousBefore(list: BusyList<Occupied>, at: number): number {
  let best = -1;
  let latest = -Infinity;
  for (let index = lowerBound(list.from, at) - 1; index >= 0; index -= 1) {
    if ((list.from[index] ?? 0) + list.longest <= latest) break;
    const to = list.to[index] ?? 0;
    if (to <= at && to > latest) {
      latest = to;
      best = index;
    }
  }
  return best;
}

/** The first claim that begins at or after `at`, or -1. */
export function nextAfter(list: BusyList<Occupied>, at: number): number {
  const index = lowerBound(list.from, at);
  return index < list.count ? index : -1;
}
