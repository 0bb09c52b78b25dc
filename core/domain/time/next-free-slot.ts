import { union } from '../../kernel/sorted-ranges.ts';
import { instant, MINUTE, range, type Instant, type InstantRange, type Minutes } from './instant.ts';
import type { LocalDate } from './local-date.ts';
import { NO_BUFFERS, type Buffers } from './slot-time.ts';
import { openRanges, type DatedHours, type WeeklyHours } from './weekly-hours.ts';
import type { ZoneId, Zones } from './zones.ts';

export interface FreeSlotWanted {
  readonly zone: ZoneId;
  /** The first local day looked at. */
  readonly from: LocalDate;
  /** Local days looked at, the first one included; at least 1. */
  readonly daysAhead: number;
  readonly hours: WeeklyHours;
  readonly overrides?: readonly DatedHours[];
  readonly duration: Minutes;
  /** What is booked already, in any order; may overlap. */
  readonly taken: readonly InstantRange[];
  /** Kept free between the slot and what is taken; they may reach outside the hours. */
  readonly buffers?: Buffers;
  /** Nothing earlier is offered. */
  readonly notBefore?: Instant;
}

/**
 * The earliest free slot within the working hours of the days, or undefined. The slot lies in one open stretch, its
 * buffers touch nothing that is taken. Hours are wall times: on days of 23 and 25 hours they are as long as they are.
 */
export function nextFreeSlot(zones: Zones, wanted: FreeSlotWanted): InstantRange | undefined {
  const { zone, hours, overrides = [], from, daysAhead } = wanted;
  return firstFreeIn(openRanges(zones, zone, hours, overrides, from, daysAhead), wanted);
}

/** The same within open stretches that are already instants, sorted and disjoint. */
export function firstFreeIn(
  open: readonly InstantRange[],
  wanted: Pick<FreeSlotWanted, 'duration' | 'taken' | 'buffers' | 'notBefore'>,
): InstantRange | undefined {
  const { duration, buffers = NO_BUFFERS, notBefore } = wanted;
  const taken = union(wanted.taken);
  const length = duration * MINUTE;
  let next = 0;
  for (const stretch of open) {
    let start = Math.max(stretch.from, notBefore ?? stretch.from);
    while (start + length <= stretch.to) {
      while (next < taken.length && (taken[next]?.to ?? 0) <= start - buffers.before * MINUTE) next += 1;
      const other = taken[next];
      if (other === undefined || other.from >= start + length + buffers.after * MINUTE)
        return range(instant(start), instant(start + length));
      start = other.to + buffers.before * MINUTE;
    }
  }
  return undefined;
}
