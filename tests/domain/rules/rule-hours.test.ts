import { describe, expect, it } from 'vitest';
import { hoursUnder } from '../../../core/domain/rules/rule-hours.ts';
import type { Availability } from '../../../core/domain/rules/schedule-rule.ts';
import { localDate, type Weekday } from '../../../core/domain/time/local-date.ts';

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const daily = (from: number, to: number) => WEEK.map((weekday) => ({ weekday, from: from * 60, to: to * 60 }));
const day = (number: number) => localDate(`2026-03-0${number}`);
const own = { hours: daily(8, 16), overrides: [] };
const always = (from: number, to: number): Availability => ({
  kind: 'availability',
  hours: daily(from, to),
  during: null,
});
const between = (from: number, to: number, first: number, last: number): Availability => ({
  ...always(from, to),
  during: { from: day(first), to: day(last) },
});
const spans = (from: number, to: number) => [{ from: from * 60, to: to * 60 }];

describe('hours under availability rules', () => {
  it('are the resource’s own where no rule speaks', () => {
    expect(hoursUnder(own, [], day(1), day(7))).toBe(own);
  });

  it('are those of a rule that counts always', () => {
    expect(hoursUnder(own, [always(9, 17)], day(1), day(7))).toEqual({ hours: daily(9, 17), overrides: [] });
  });

  it('are those of a dated rule on its dates alone, both ends included', () => {
    const { hours, overrides } = hoursUnder(own, [between(10, 12, 3, 4)], day(1), day(7));
    expect(hours).toEqual(own.hours);
    expect(overrides).toEqual([
      { date: day(3), spans: spans(10, 12) },
      { date: day(4), spans: spans(10, 12) },
    ]);
  });

  it('are none on a date whose weekday the rule leaves out', () => {
    const closed: Availability = { kind: 'availability', hours: [], during: { from: day(3), to: day(3) } };
    expect(hoursUnder(own, [closed], day(1), day(7)).overrides).toEqual([{ date: day(3), spans: [] }]);
  });

  it('follow the first rule in precedence that counts on the date', () => {
    const first = [between(10, 12, 3, 3), always(9, 17), between(6, 7, 3, 5)];
    expect(hoursUnder(own, first, day(3), day(5))).toEqual({
      hours: daily(9, 17),
      overrides: [{ date: day(3), spans: spans(10, 12) }],
    });
  });

  it('leave alone a date for which the resource has hours of its own', () => {
    const special = { ...own, overrides: [{ date: day(3), spans: spans(20, 22) }] };
    expect(hoursUnder(special, [between(10, 12, 3, 4)], day(1), day(7)).overrides).toEqual([
      { date: day(3), spans: spans(20, 22) },
      { date: day(4), spans: spans(10, 12) },
    ]);
  });
});
