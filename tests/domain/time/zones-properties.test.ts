import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARLIEST, instant, LATEST, range } from '../../../core/domain/time/instant.ts';
import { addDays, localDate } from '../../../core/domain/time/local-date.ts';
import { dayRange, localDateOf } from '../../../core/domain/time/local-time.ts';
import { asWallTime, dateOfWall, wallTime } from '../../../core/domain/time/wall-time.ts';
import type { ZoneChange, ZoneId } from '../../../core/domain/time/zones.ts';
import { zones } from './product-zones.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const everyZone = zones.names();
const everyTime = range(EARLIEST, LATEST);
const anyZone = fc.constantFrom(...everyZone);
const anyInstant = fc.integer({ min: 2 * DAY, max: LATEST - 2 * DAY }).map(instant);

/** Two changes within two days of each other have no simple gap or overlap; there are a handful, all long ago. */
const lonely = (change: ZoneChange, all: readonly ZoneChange[]): boolean =>
  all.every((other) => other === change || Math.abs(other.at - change.at) > 2 * DAY);

/** Collects what is not as it should be: hundreds of thousands of assertions take longer than what they look at. */
function differences(): { readonly list: string[]; is(what: string, found: number, wanted: number): void } {
  const list: string[] = [];
  return {
    list,
    is: (what, found, wanted) => {
      if (found !== wanted) list.push(`${what}: ${found}, not ${wanted}`);
    },
  };
}

const wallAround = fc.integer({ min: -DAY, max: DAY });

/** The oracle: of all instants that could show `wall`, the first that does; else the offset before the gap. */
function firstShowing(zone: ZoneId, wall: number): number {
  const changes = zones.changes(zone, range(instant(wall - 2 * DAY), instant(wall + 2 * DAY)));
  const early = zones.offsetAt(zone, instant(wall - 2 * DAY));
  const offsets = [early, ...changes.map((change) => change.after.offset)];
  const showing = offsets.map((one) => wall - one).filter((at) => zones.wallAt(zone, instant(at)) === wall);
  if (showing.length > 0) return Math.min(...showing);
  const gap = changes.find((one) => wall >= one.at + one.before.offset && wall < one.at + one.after.offset);
  if (gap === undefined) throw new Error(`${zone} shows ${wall} never, and has no gap there`);
  return wall - gap.before.offset;
}

describe('every zone, every change from 1970 to 2100', () => {
  it('moves a gap forward by its length and takes the first of an overlap, at both edges and inside', () => {
    let tried = 0;
    const { list, is } = differences();
    for (const zone of everyZone) {
      const all = zones.changes(zone, everyTime);
      for (const change of all) {
        const step = change.after.offset - change.before.offset;
        if (step === 0 || !lonely(change, all)) continue;
        const from = change.at + Math.min(change.before.offset, change.after.offset);
        const to = change.at + Math.max(change.before.offset, change.after.offset);
        for (const wall of [from, Math.floor((from + to) / 2), to - 1]) {
          // In a gap and in an overlap alike the offset before the change is the one that counts.
          is(`${zone} shows ${wall}`, zones.atWall(zone, asWallTime(wall)), wall - change.before.offset);
          const notBefore = step > 0 ? change.at : wall - change.before.offset;
          is(`${zone} shows ${wall} or more`, zones.notBeforeWall(zone, asWallTime(wall)), notBefore);
        }
        is(`${zone} shows ${to}`, zones.atWall(zone, asWallTime(to)), to - change.after.offset);
        is(`${zone} shows ${from - 1}`, zones.atWall(zone, asWallTime(from - 1)), from - 1 - change.before.offset);
        tried += 1;
      }
    }
    expect(list).toEqual([]);
    expect(tried).toBeGreaterThan(20_000);
  });

  it('has days as long as the change makes them, and each day begins where the one before ends', () => {
    let tried = 0;
    const { list, is } = differences();
    for (const zone of everyZone) {
      const all = zones.changes(zone, everyTime);
      for (const change of all.filter((one) => lonely(one, all) && one.at > 3 * DAY)) {
        const step = change.after.offset - change.before.offset;
        const first = addDays(dateOfWall(asWallTime(change.at + change.before.offset)), -2);
        let total = 0;
        let end = dayRange(zones, zone, first).from;
        for (let day = 0; day < 5; day += 1) {
          const whole = dayRange(zones, zone, addDays(first, day));
          is(`${zone} begins day ${day} of ${first}`, whole.from, end);
          end = whole.to;
          total += whole.to - whole.from;
        }
        is(`${zone} has five days from ${first}`, total, 5 * DAY - step);
        tried += 1;
      }
    }
    expect(list).toEqual([]);
    expect(tried).toBeGreaterThan(20_000);
  });
});

describe('any zone at any time', () => {
  it('takes an instant to the wall clock and back, save the second time round', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, at) => {
        const wall = zones.wallAt(zone, at);
        const back = zones.atWall(zone, wall);
        expect(zones.wallAt(zone, back)).toBe(wall);
        expect(back).toBeLessThanOrEqual(at);
        expect(at - back).toBeLessThanOrEqual(25 * HOUR);
      }),
      { numRuns: 20_000 },
    );
  });

  it('finds the instant that a search through all offsets finds, near changes too', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, wallAround, fc.nat(), (zone, at, aside, pick) => {
        const changes = zones.changes(zone, everyTime);
        const near = changes[pick % Math.max(1, changes.length)];
        for (const wall of [at, (near?.at ?? at) + (near?.before.offset ?? 0) + aside]) {
          expect(zones.atWall(zone, asWallTime(wall))).toBe(firstShowing(zone, wall));
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('puts an instant into the day whose range holds it, but for a midnight that comes twice', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, at) => {
        const day = dayRange(zones, zone, localDateOf(zones, zone, at));
        const twice = zones.changes(zone, range(instant(at - DAY), instant(at + 1))).length > 0;
        expect(twice || (day.from <= at && at < day.to)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('begins a day with the first instant that shows its date or a later one', () => {
    fc.assert(
      fc.property(anyZone, fc.integer({ min: 1, max: 47_000 }), (zone, count) => {
        const date = addDays(localDate('1970-01-01'), count);
        const { from } = dayRange(zones, zone, date);
        expect(zones.wallAt(zone, from)).toBeGreaterThanOrEqual(wallTime(date, 0));
        expect(zones.wallAt(zone, instant(from - 1))).toBeLessThan(wallTime(date, 0));
      }),
      { numRuns: 5000 },
    );
  });
});
