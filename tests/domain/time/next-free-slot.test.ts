import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, minutes, MINUTE, range, type Instant, type InstantRange } from '../../../core/domain/time/instant.ts';
import { addDays, localDate, weekdayOf, type LocalDate, type Weekday } from '../../../core/domain/time/local-date.ts';
import { startOfDay, toInstant, toLocal } from '../../../core/domain/time/local-time.ts';
import { minuteOfDay } from '../../../core/domain/time/clock-text.ts';
import { nextFreeSlot, type FreeSlotWanted } from '../../../core/domain/time/next-free-slot.ts';
import { calendarText } from '../../../core/domain/time/slot-time.ts';
import type { WeeklyHours } from '../../../core/domain/time/weekly-hours.ts';
import { zone, zones } from './product-zones.ts';

const toronto = zone('America/Toronto');
const workdays: readonly Weekday[] = [1, 2, 3, 4, 5];
const nineToFive: WeeklyHours = workdays.map((weekday) => ({ weekday, from: 540, to: 1020 }));
const local = (date: string, hour: number): Instant =>
  toInstant(zones, toronto, localDate(date), minuteOfDay(hour * 60));
const wanted = (more: Partial<FreeSlotWanted> = {}): FreeSlotWanted => ({
  zone: toronto,
  from: localDate('2026-01-20'), // a Tuesday
  daysAhead: 30,
  hours: nineToFive,
  duration: minutes(60),
  taken: [],
  ...more,
});
const found = (more: Partial<FreeSlotWanted>): string => {
  const slot = nextFreeSlot(zones, wanted(more));
  return slot === undefined ? 'none' : calendarText(zones, toronto, slot.from);
};

describe('the next free slot', () => {
  it('is the first of the working day', () => {
    expect(found({})).toBe('2026-01-20T09:00:00-05:00');
  });

  it('keeps different buffers before and after what is booked', () => {
    const taken = [range(local('2026-01-20', 10), local('2026-01-20', 11))];
    expect(found({ taken, buffers: { before: minutes(20), after: minutes(0) } })).toBe('2026-01-20T09:00:00-05:00');
    expect(found({ taken, buffers: { before: minutes(20), after: minutes(5) } })).toBe('2026-01-20T11:20:00-05:00');
  });

  it('goes over the weekend', () => {
    const taken = [20, 21, 22, 23].map((day) => range(local(`2026-01-${day}`, 0), local(`2026-01-${day}`, 24)));
    expect(found({ taken })).toBe('2026-01-26T09:00:00-05:00');
  });

  it('is none when the days ahead are over', () => {
    const taken = [range(local('2026-01-20', 0), local('2026-01-23', 24))];
    expect(found({ taken, daysAhead: 6 })).toBe('none');
    expect(found({ taken, daysAhead: 7 })).toBe('2026-01-26T09:00:00-05:00');
  });

  it('is not before a given moment', () => {
    expect(found({ notBefore: local('2026-01-20', 16.5) })).toBe('2026-01-21T09:00:00-05:00');
  });

  it('does not fit into less open time than it takes', () => {
    expect(found({ duration: minutes(481) })).toBe('none');
    expect(found({ duration: minutes(480) })).toBe('2026-01-20T09:00:00-05:00');
  });

  it('lies in real hours on a day that lost one', () => {
    const hours: WeeklyHours = [{ weekday: 7, from: 0, to: 240 }]; // 2026-03-08 00:00 to 04:00 is three hours
    const more = { from: localDate('2026-03-08'), hours, daysAhead: 1 };
    expect(found({ ...more, duration: minutes(180) })).toBe('2026-03-08T00:00:00-05:00');
    expect(found({ ...more, duration: minutes(181) })).toBe('none');
  });

  it('is what trying every minute finds, also where the clocks change', { timeout: 60_000 }, () => {
    const starts = ['2026-03-07', '2026-10-31', '2026-01-20'].map(localDate);
    const span = fc.record({
      weekday: fc.constantFrom<Weekday>(1, 2, 6, 7),
      from: fc.integer({ min: 0, max: 1200 }),
      length: fc.integer({ min: 10, max: 239 }),
    });
    const hours = fc
      .array(span, { minLength: 1, maxLength: 4 })
      .map((list) => list.map(({ weekday, from, length }) => ({ weekday, from, to: from + length })))
      // An edge in the lost or repeated hours is another test's: what it means is a matter of policy.
      .filter((list) => list.every(({ from, to }) => !isBlurred(from) && !isBlurred(to)));
    const taken = fc.array(fc.tuple(fc.integer({ min: -60, max: 4 * 1440 }), fc.integer({ min: 1, max: 300 })), {
      maxLength: 8,
    });
    const buffer = fc.integer({ min: 0, max: 45 });
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        hours,
        taken,
        fc.integer({ min: 5, max: 150 }),
        buffer,
        buffer,
        (from, weekly, booked, duration, before, after) => {
          const first = startOfDay(zones, toronto, from);
          const busy = booked.map(([at, long]) =>
            range(instant(first + at * MINUTE), instant(first + (at + long) * MINUTE)),
          );
          const buffers = { before: minutes(before), after: minutes(after) };
          const question = wanted({
            from,
            hours: weekly,
            taken: busy,
            duration: minutes(duration),
            daysAhead: 4,
            buffers,
          });
          expect(nextFreeSlot(zones, question)?.from).toBe(byMinutes(question, from));
        },
      ),
      { numRuns: 150 },
    );
  });
});

function isBlurred(minute: number): boolean {
  return minute > 60 && minute < 180;
}

/** What the wall clock shows in each minute of the four days. */
const walls = new Map<LocalDate, readonly { readonly weekday: Weekday; readonly minute: number }[]>();
function wallOf(from: LocalDate): readonly { readonly weekday: Weekday; readonly minute: number }[] {
  const known = walls.get(from);
  if (known !== undefined) return known;
  const first = startOfDay(zones, toronto, from);
  const length = Math.round((startOfDay(zones, toronto, addDays(from, 4)) - first) / MINUTE);
  const made = Array.from({ length }, (_, index) => {
    const { date, minute } = toLocal(zones, toronto, instant(first + index * MINUTE));
    return { weekday: weekdayOf(date), minute };
  });
  walls.set(from, made);
  return made;
}

/** Tries every minute, asking the clock on the wall about each of the slot's own minutes. */
function byMinutes({ hours, taken, duration, buffers }: FreeSlotWanted, from: LocalDate): Instant | undefined {
  const first = startOfDay(zones, toronto, from);
  const open = wallOf(from).map(({ weekday, minute }) =>
    hours.some((one) => one.weekday === weekday && one.from <= minute && minute < one.to),
  );
  const { length } = open;
  const busy = (minute: number): boolean => {
    const at = first + minute * MINUTE;
    return taken.some((one: InstantRange) => one.from <= at && at < one.to);
  };
  const before = buffers?.before ?? 0;
  const after = buffers?.after ?? 0;
  for (let start = 0; start + duration <= length; start += 1) {
    let fits = true;
    for (let each = start; fits && each < start + duration; each += 1) fits = open[each] === true;
    for (let each = start - before; fits && each < start + duration + after; each += 1) fits = !busy(each);
    if (fits) return instant(first + start * MINUTE);
  }
  return undefined;
}
