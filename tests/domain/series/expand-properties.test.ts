import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRule } from '../../../core/domain/series/compile-rule.ts';
import { wallsWithin } from '../../../core/domain/series/expand-walls.ts';
import { startsWithin } from '../../../core/domain/series/expand.ts';
import { parseRule } from '../../../core/domain/series/parse-rule.ts';
import { ruleText } from '../../../core/domain/series/write-rule.ts';
import { instant, range } from '../../../core/domain/time/instant.ts';
import { asWallTime } from '../../../core/domain/time/wall-time.ts';
import { zone, zones } from '../time/product-zones.ts';
import { bruteForce, ruleTextOf, type PlainRule } from './brute-force.ts';

const DAY = 86_400_000;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const some = <T>(values: readonly T[], most: number): fc.Arbitrary<T[]> =>
  fc.subarray([...values], { maxLength: most });
const maybe = <T>(values: fc.Arbitrary<T[]>): fc.Arbitrary<T[]> => fc.oneof(fc.constant<T[]>([]), values);
const upTo = (most: number): number[] => Array.from({ length: most }, (_, index) => index + 1);
const bothWays = (most: number): number[] => upTo(most).flatMap((one) => [one, -one]);
const nth = (most: number): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...bothWays(most)), fc.constantFrom(...WEEKDAYS)).map(([number, day]) => `${number}${day}`);
const plainDays = some(WEEKDAYS, 5);
const dayLists = (most: number): fc.Arbitrary<string[]> =>
  fc.oneof(plainDays, fc.uniqueArray(nth(most), { maxLength: 3 }));

const base: fc.Arbitrary<PlainRule> = fc.record({
  freq: fc.constant('DAILY'),
  interval: fc.constantFrom(1, 1, 2, 3, 5, 12),
  count: fc.constant(null),
  until: fc.constant(null),
  months: maybe(some(upTo(12), 4)),
  monthDays: fc.constant([]),
  yearDays: fc.constant([]),
  weeks: fc.constant([]),
  days: fc.constant([]),
  hours: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, some([0, 2, 9, 21], 3)),
  positions: fc.constant([]),
  weekStart: fc.constantFrom(...WEEKDAYS),
});

const positions = maybe(some(bothWays(4), 2));
const monthDays = maybe(some(bothWays(31), 8));
const shapes: readonly fc.Arbitrary<Partial<PlainRule>>[] = [
  fc.record({ freq: fc.constant('DAILY'), days: maybe(plainDays), monthDays }),
  fc.record({ freq: fc.constant('WEEKLY'), days: maybe(plainDays), positions }),
  fc.record({ freq: fc.constant('MONTHLY'), days: maybe(dayLists(5)), monthDays, positions }),
  fc.record({ freq: fc.constant('YEARLY'), days: maybe(dayLists(5)), monthDays, positions }),
  fc.record({ freq: fc.constant('YEARLY'), days: dayLists(53), months: fc.constant([]) }),
  fc.record({ freq: fc.constant('YEARLY'), yearDays: some([1, 59, 60, 61, 365, 366, -1, -306, -366], 4), positions }),
  fc.record({ freq: fc.constant('YEARLY'), weeks: some([1, 2, 26, 51, 52, 53, -1, -53], 4), days: maybe(plainDays) }),
];

const anyRule = fc.tuple(base, fc.oneof(...shapes)).map(([plain, shape]): PlainRule => ({ ...plain, ...shape }));
const anyStart = fc
  .record({ day: fc.integer({ min: 16_000, max: 22_000 }), minute: fc.integer({ min: 0, max: 95 }) })
  .map(({ day, minute }) => day * DAY + minute * 900_000);

function compiled(rule: PlainRule, start: number): ReturnType<typeof compileRule> {
  const parsed = parseRule(ruleTextOf(rule));
  if (!parsed.ok) throw new Error(`${ruleTextOf(rule)} ${parsed.refusal}`);
  return compileRule(parsed.value, asWallTime(start));
}

describe('the engine and a plain reading of RFC 5545 agree', () => {
  it('on windows near the start and years after it', () => {
    fc.assert(
      fc.property(anyRule, anyStart, fc.nat({ max: 2500 }), fc.nat({ max: 500 }), (rule, start, after, length) => {
        const from = start + (after - 30) * DAY;
        const to = from + length * DAY;
        const wanted = bruteForce(rule, start, to).filter((wall) => wall >= from);
        expect([...wallsWithin(compiled(rule, start), asWallTime(from), asWallTime(to))]).toEqual(wanted);
      }),
      { numRuns: 150 },
    );
  });

  it('on where COUNT and UNTIL end', () => {
    const end = fc.oneof(
      fc.nat({ max: 60 }).map((count) => ({ count: count + 1, until: null })),
      fc.nat({ max: 1500 * 86_400 }).map((seconds) => ({ count: null, until: seconds * 1000 })),
    );
    fc.assert(
      fc.property(anyRule, anyStart, end, (plain, start, { count, until }) => {
        const rule = { ...plain, count, until: until === null ? null : start + until };
        const to = start + 2000 * DAY;
        const window = range(instant(start - DAY), instant(to));
        const found = startsWithin(compiled(rule, start), zones, zone('UTC'), window).map(({ at }) => at);
        expect(found).toEqual(bruteForce(rule, start, to));
      }),
      { numRuns: 150 },
    );
  });
});

describe('windows', () => {
  const zoneNames = ['Europe/Oslo', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca'];

  it('laid side by side show what one long window shows, in every zone', () => {
    fc.assert(
      fc.property(anyRule, anyStart, fc.constantFrom(...zoneNames), fc.nat({ max: 300 }), (rule, start, name, cut) => {
        const expand = (from: number, to: number): readonly number[] =>
          startsWithin(compiled(rule, start), zones, zone(name), range(instant(from), instant(to))).map(({ at }) => at);
        const middle = start + cut * 3_600_000 * 7;
        const last = start + 400 * DAY;
        const halves = [...expand(start - DAY, middle), ...expand(middle, last)];
        expect(halves).toEqual(expand(start - DAY, last));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a rule that was written', () => {
  it('is read again as the same', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const once = parseRule(ruleTextOf(rule));
        expect(once.ok && parseRule(ruleText(once.value))).toEqual(once);
      }),
      { numRuns: 100 },
    );
  });
});
