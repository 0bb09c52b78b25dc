import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flow, SHORTEST_PART } from '../../../core/domain/board/flow.ts';
import {
  addMinutes,
  durationOf,
  instant,
  minutes,
  range,
  type InstantRange,
} from '../../../core/domain/time/instant.ts';

const zero = instant(Date.UTC(2026, 10, 23));
const at = (minute: number) => addMinutes(zero, minute);
const stretch = (from: number, to: number): InstantRange => range(at(from), at(to));
/** 8 to 12 and 12:30 to 16 on three days. */
const days = [0, 1, 2].flatMap((day) => [
  stretch(day * 1440 + 480, day * 1440 + 720),
  stretch(day * 1440 + 750, day * 1440 + 960),
]);
const NONE = { before: minutes(0), after: minutes(0) };
const parts = (from: number, duration: number, more: Partial<Parameters<typeof flow>[0]> = {}) =>
  flow({ from: at(from), duration: minutes(duration), working: days, ...NONE, ...more })?.map((one) => [
    (one.from - zero) / 60_000,
    (one.to - zero) / 60_000,
  ]);

describe('work that flows', () => {
  it('stays whole where it fits', () => {
    expect(parts(480, 240)).toEqual([[480, 720]]);
    expect(parts(500, 60)).toEqual([[500, 560]]);
  });

  it('begins in the first working time from the wanted moment', () => {
    expect(parts(0, 60)).toEqual([[480, 540]]);
    expect(parts(1000, 60)).toEqual([[1920, 1980]]);
  });

  it('goes round the break and over night', () => {
    expect(parts(600, 360)).toEqual([
      [600, 720],
      [750, 960],
      [1920, 1950],
    ]);
  });

  it('takes one piece over midnight where the shift does', () => {
    expect(parts(1300, 300, { working: [stretch(1320, 1800)] })).toEqual([[1320, 1620]]);
  });

  it('leaves nothing behind that is shorter than a quarter of an hour', () => {
    // 250 minutes: 240 would leave 10.
    expect(parts(480, 250)).toEqual([
      [480, 715],
      [750, 765],
    ]);
  });

  it('does not begin for less than a quarter of an hour', () => {
    expect(parts(710, 60)).toEqual([[750, 810]]);
  });

  it('is done in one piece when it is shorter than that altogether', () => {
    expect(parts(715, 10)).toEqual([[750, 760]]);
    expect(parts(710, 10)).toEqual([[710, 720]]);
  });

  it('keeps its buffers in working time, before the first and after the last part only', () => {
    const buffers = { before: minutes(20), after: minutes(30) };
    expect(parts(0, 240, buffers)).toEqual([
      [500, 720],
      [750, 770],
    ]);
    expect(parts(0, 190, buffers)).toEqual([[500, 690]]);
    // 191 and 30 do not fit before the break.
    expect(parts(0, 191, buffers)).toEqual([
      [500, 676],
      [750, 765],
    ]);
  });

  it('is nothing when the working time does not suffice', () => {
    expect(parts(0, 1351)).toBeUndefined();
    expect(parts(0, 1350)).toHaveLength(6);
  });

  it('keeps every minute, in order, inside working time, never shorter than the shortest part', () => {
    const gap = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 400 }));
    const buffer = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(
        fc.array(gap, { minLength: 1, maxLength: 25 }),
        fc.integer({ min: 1, max: 2500 }),
        fc.integer({ min: 0, max: 2000 }),
        buffer,
        buffer,
        (gaps, duration, from, before, after) => {
          let cursor = 0;
          const working = gaps.map(([pause, length]) => {
            cursor += pause + length;
            return stretch(cursor - length, cursor);
          });
          const buffers = { before: minutes(before), after: minutes(after) };
          const found = flow({ from: at(from), duration: minutes(duration), working, ...buffers });
          // Room for the whole in one stretch, buffers included, is always found.
          const room = (one: InstantRange) => durationOf(range(at(Math.max(from, minuteOf(one) + before)), one.to));
          const fits = working.some((one) => room(one) >= duration + after);
          expect(fits && found === null).toBe(false);
          const list = found ?? [];
          const lengths = list.map(durationOf);
          expect(found === null || lengths.reduce((sum, one) => sum + one, 0) === duration).toBe(true);
          expect(list.length < 2 || Math.min(...lengths) >= SHORTEST_PART).toBe(true);
          const holds = (span: InstantRange) => working.some((one) => one.from <= span.from && span.to <= one.to);
          for (const [index, one] of list.entries()) {
            expect(one.from).toBeGreaterThanOrEqual(at(from));
            const isLast = index === list.length - 1;
            const wide = range(addMinutes(one.from, index === 0 ? -before : 0), addMinutes(one.to, isLast ? after : 0));
            expect(holds(wide)).toBe(true);
            expect(list[index + 1]?.from ?? one.to).toBeGreaterThanOrEqual(one.to);
          }
        },
      ),
    );
  });
});

function minuteOf(one: InstantRange): number {
  return (one.from - zero) / 60_000;
}
