import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../../core/domain/time/instant.ts';
import { addDays, localDate, weekdayOf, type Weekday } from '../../../core/domain/time/local-date.ts';
import { localDateOf, startOfDay, toLocal } from '../../../core/domain/time/local-time.ts';
import { isDaySpan, openRanges, type DatedHours, type WeeklyHours } from '../../../core/domain/time/weekly-hours.ts';
import { zone, zones } from './product-zones.ts';

const berlin = zone('Europe/Berlin');
const york = zone('America/New_York');
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const daily = (from: number, to: number): WeeklyHours => weekdays.map((weekday) => ({ weekday, from, to }));
const text = (list: readonly { readonly from: number; readonly to: number }[]): string[] =>
  list.map((one) => [one.from, one.to].map((at) => new Date(at).toISOString().slice(0, 16)).join(' '));

describe('open ranges', () => {
  it('follow the weekday, with a break between two spans', () => {
    const hours: WeeklyHours = [
      { weekday: 1, from: 780, to: 1020 },
      { weekday: 1, from: 480, to: 720 },
      { weekday: 2, from: 480, to: 720 },
    ];
    // 2026-06-01 is a Monday; Berlin is two hours ahead.
    expect(text(openRanges(zones, berlin, hours, [], localDate('2026-06-01'), 7))).toEqual([
      '2026-06-01T06:00 2026-06-01T10:00',
      '2026-06-01T11:00 2026-06-01T15:00',
      '2026-06-02T06:00 2026-06-02T10:00',
    ]);
  });

  it('are as long as the clock change makes them', () => {
    const spring = openRanges(zones, york, daily(0, 480), [], localDate('2026-03-08'), 1);
    const autumn = openRanges(zones, york, daily(0, 480), [], localDate('2026-11-01'), 1);
    expect(text(spring)).toEqual(['2026-03-08T05:00 2026-03-08T12:00']); // 7 hours
    expect(text(autumn)).toEqual(['2026-11-01T04:00 2026-11-01T13:00']); // 9 hours
  });

  it('say the same night shift in two ways, and show what the evening before leaves', () => {
    const wrapped = openRanges(zones, berlin, daily(1320, 360), [], localDate('2026-06-01'), 1);
    const beyond = openRanges(zones, berlin, daily(1320, 1800), [], localDate('2026-06-01'), 1);
    expect(wrapped).toEqual(beyond);
    expect(text(wrapped)).toEqual(['2026-05-31T22:00 2026-06-01T04:00', '2026-06-01T20:00 2026-06-01T22:00']);
  });

  it('merge round the clock into one stretch', () => {
    expect(text(openRanges(zones, berlin, daily(0, 0), [], localDate('2026-06-01'), 3))).toEqual([
      '2026-05-31T22:00 2026-06-03T22:00',
    ]);
  });

  it('give way to dated hours: closed, other hours, and their own part after midnight', () => {
    const overrides: readonly DatedHours[] = [
      { date: localDate('2026-06-02'), spans: [] },
      { date: localDate('2026-06-03'), spans: [{ from: 600, to: 660 }] },
    ];
    const open = openRanges(zones, berlin, daily(1320, 360), overrides, localDate('2026-06-02'), 3);
    expect(text(open)).toEqual([
      '2026-06-01T22:00 2026-06-02T04:00', // the night that began on the day before
      '2026-06-03T08:00 2026-06-03T09:00',
      '2026-06-04T20:00 2026-06-04T22:00',
    ]);
  });

  it('have no hours on a day the zone skipped', () => {
    const apia = zone('Pacific/Apia');
    const open = openRanges(zones, apia, daily(480, 540), [], localDate('2011-12-29'), 3);
    expect(open.map((one) => localDateOf(zones, apia, one.from))).toEqual(['2011-12-29', '2011-12-31']);
  });

  it('show nothing for no days or no hours', () => {
    expect(openRanges(zones, berlin, daily(0, 0), [], localDate('2026-06-01'), 0)).toEqual([]);
    expect(openRanges(zones, berlin, [], [], localDate('2026-06-01'), 30)).toEqual([]);
  });

  it('hold exactly the minutes whose wall clock says open, clock changes left out', () => {
    const span = fc.record({
      weekday: fc.constantFrom(...weekdays),
      from: fc.integer({ min: 0, max: 1439 }),
      to: fc.integer({ min: 0, max: 2880 }),
    });
    const anyZone = fc.constantFrom(...zones.names());
    const from = localDate('2026-06-15');
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 8 }),
        anyZone,
        fc.integer({ min: 0, max: 3 * 1440 }),
        (hours, id, away) => {
          const at = instant(startOfDay(zones, id, from) + away * 60_000);
          const { date, minute } = toLocal(zones, id, at);
          const says = hours.some((one) => {
            const until = one.to > one.from ? one.to : one.to + 1440;
            const today = one.weekday === weekdayOf(date) && one.from <= minute && minute < until;
            const before = one.weekday === weekdayOf(addDays(date, -1)) && one.from <= minute + 1440;
            return today || (before && minute + 1440 < until);
          });
          const inside = date < addDays(from, 3);
          const open = openRanges(zones, id, hours, [], from, 3);
          expect(open.some((one) => one.from <= at && at < one.to)).toBe(says && inside);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('isDaySpan', () => {
  it.each([
    [0, 0, true],
    [1320, 1800, true],
    [0, 2880, true],
    [1440, 1500, false],
    [-1, 60, false],
    [0, 2881, false],
    [0.5, 60, false],
  ])('%d to %d: %s', (from, to, expected) => {
    expect(isDaySpan({ from, to })).toBe(expected);
  });
});
