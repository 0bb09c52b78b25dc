import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isLocalDate, localDate, weekdayOf } from '../../../core/domain/time/local-date.ts';

const DAYS = 47_846; // 1970-01-01 to 2100-12-31
const day = fc.integer({ min: 0, max: DAYS });
const EPOCH = localDate('1970-01-01');
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The oracle: counting days one by one, without any library. */
function everyDay(): string[] {
  const list: string[] = [];
  for (let year = 1970; year <= 2100; year += 1) {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    for (const [month, length] of LENGTHS.entries()) {
      for (let date = 1; date <= (month === 1 && leap ? 29 : length); date += 1) {
        list.push(`${year}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
      }
    }
  }
  return list;
}

describe('local dates', () => {
  it('counts through every day of 1970 to 2100, leap years included', () => {
    const days = everyDay();
    expect(days.length).toBe(DAYS + 1);
    expect(days.map((_, index) => addDays(EPOCH, index))).toEqual(days);
    expect(days.every(isLocalDate)).toBe(true);
  });

  it('knows the weekday: the epoch was a Thursday, and weeks never break', () => {
    expect(weekdayOf(EPOCH)).toBe(4);
    fc.assert(fc.property(day, (count) => weekdayOf(addDays(EPOCH, count)) === ((count + 3) % 7) + 1));
  });

  it('daysBetween undoes addDays', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -800, max: 800 }), (count, step) => {
        const from = addDays(EPOCH, count);
        expect(daysBetween(from, addDays(from, step))).toBe(step);
      }),
    );
  });

  it.each(['2026-02-29', '2100-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '1969-12-31'])(
    'refuses %s',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
    },
  );

  it.each(['2101-01-01', '2026-1-01', '26-01-01', '', '2026-01-01T00:00', ' 2026-01-01', '2026-02-30', '2026-01-01\n'])(
    'refuses %j',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
    },
  );

  it.each(['1970-01-01', '2000-02-29', '2096-02-29', '2100-12-31'])('takes %s', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });
});
