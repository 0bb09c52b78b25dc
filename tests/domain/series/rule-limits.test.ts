import { describe, expect, it } from 'vitest';
import { compileRule } from '../../../core/domain/series/compile-rule.ts';
import type { CompiledRule } from '../../../core/domain/series/compiled-rule.ts';
import { firstStarts, isStart, startsWithin } from '../../../core/domain/series/expand.ts';
import { wallsOfPeriod } from '../../../core/domain/series/expand-walls.ts';
import { parseRule } from '../../../core/domain/series/parse-rule.ts';
import { wallOf, wallText } from '../../../core/domain/series/wall-text.ts';
import { instant, range } from '../../../core/domain/time/instant.ts';
import { zone, zones } from '../time/product-zones.ts';

const oslo = zone('Europe/Oslo');
const refusal = (text: string): string => {
  const read = parseRule(text);
  return read.ok ? 'accepted' : read.refusal;
};
const compiled = (text: string, start = '2016-11-21T09:00'): CompiledRule => {
  const read = parseRule(text);
  if (!read.ok) throw new Error(read.refusal);
  return compileRule(read.value, wallOf(start));
};
const week = range(instant(Date.parse('2026-11-23T00:00Z')), instant(Date.parse('2026-11-30T00:00Z')));

describe('a rule is refused with a clause when it', () => {
  it.each([
    ['FREQ=SECONDLY', 'must repeat DAILY, WEEKLY, MONTHLY or YEARLY, not "SECONDLY"'],
    ['FREQ=MINUTELY;INTERVAL=5', 'must repeat DAILY, WEEKLY, MONTHLY or YEARLY, not "MINUTELY"'],
    ['FREQ=HOURLY', 'must repeat DAILY, WEEKLY, MONTHLY or YEARLY, not "HOURLY"'],
    ['INTERVAL=2', 'must repeat DAILY, WEEKLY, MONTHLY or YEARLY'],
    ['', 'must repeat DAILY, WEEKLY, MONTHLY or YEARLY'],
    ['FREQ=DAILY;INTERVAL=0', 'must have an INTERVAL from 1 to 1000, not "0"'],
    ['FREQ=DAILY;COUNT=-1', 'must have a COUNT from 1 to 1000000000, not "-1"'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20270101', 'must not have both COUNT and UNTIL'],
    ['FREQ=DAILY;UNTIL=20270230T000000Z', 'must have an UNTIL like 20261231T225959Z, not "20270230T000000Z"'],
    ['FREQ=DAILY;DAILY', 'must be parts like FREQ=WEEKLY, not "DAILY"'],
    ['FREQ=DAILY;FREQ=DAILY', 'must not give FREQ twice'],
    ['FREQ=DAILY;BYEASTER=1', 'must not have the unknown part "BYEASTER"'],
    ['FREQ=DAILY;CONSTRUCTOR=1', 'must not have the unknown part "CONSTRUCTOR"'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'must have BYMONTHDAY from -31 to -1 or 1 to 31, not "32"'],
    ['FREQ=YEARLY;BYMONTH=0', 'must have BYMONTH from 1 to 12, not "0"'],
    ['FREQ=WEEKLY;BYDAY=2MO', 'must have BYDAY with numbers in MONTHLY and YEARLY only'],
    ['FREQ=MONTHLY;BYDAY=0MO', 'must have BYDAY like MO or 2TU, not "0MO"'],
    ['FREQ=WEEKLY;BYMONTHDAY=1', 'must not have BYMONTHDAY with WEEKLY'],
    ['FREQ=MONTHLY;BYYEARDAY=1', 'must have BYYEARDAY with YEARLY only'],
    ['FREQ=DAILY;BYWEEKNO=1', 'must have BYWEEKNO with YEARLY only'],
    ['FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO', 'must not have BYDAY with numbers beside BYWEEKNO'],
    ['FREQ=WEEKLY;WKST=XX', 'must have a WKST like MO, not "XX"'],
  ])('%s', (text, clause) => expect(refusal(text)).toBe(clause));

  it('is absurdly long', () => {
    expect(refusal(`FREQ=DAILY;BYMONTHDAY=${'1,'.repeat(300)}1`)).toBe('must be at most 500 characters');
    expect(refusal(`FREQ=DAILY;BYHOUR=${'1,'.repeat(150)}1`)).toBe('must name at most 100 values in BYHOUR');
  });

  it('starts all day long', () => {
    const all = Array.from({ length: 24 }, (_, hour) => hour).join(',');
    expect(refusal(`FREQ=DAILY;BYHOUR=${all};BYMINUTE=0,10,20,30,40`)).toBe('must start at most 96 times a day');
  });
});

describe('a rule that would keep another engine busy for ever', () => {
  it('on a day that no month has finds nothing', () => {
    for (const text of ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30'])
      expect(firstStarts(compiled(text), zones, oslo, 1)).toEqual([]);
    expect(firstStarts(compiled('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3'), zones, oslo, 1)).toEqual([]);
    expect(startsWithin(compiled('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'), zones, oslo, week)).toEqual([]);
  });

  it('with a position that no period has finds nothing', () => {
    expect(firstStarts(compiled('FREQ=WEEKLY;BYDAY=MO;BYSETPOS=3;COUNT=5'), zones, oslo, 1)).toEqual([]);
  });

  it('with a COUNT of a thousand million goes on to the last year the product knows', () => {
    for (const rest of ['', ';BYDAY=MO', ';BYMONTH=1,2,11', ';BYMONTHDAY=23,24']) {
      const found = startsWithin(compiled(`FREQ=DAILY;COUNT=1000000000${rest}`), zones, oslo, week);
      expect(found.length).toBeGreaterThan(0);
    }
  });

  it('after its COUNT is over', () => {
    const rule = compiled('FREQ=WEEKLY;COUNT=522;BYDAY=MO');
    expect(wallText(rule.last)).toBe('2026-11-16T09:00');
    expect(startsWithin(rule, zones, oslo, week)).toEqual([]);
    expect(startsWithin(compiled('FREQ=WEEKLY;COUNT=523;BYDAY=MO'), zones, oslo, week).length).toBe(1);
  });
});

describe('a rule', () => {
  it('looks at no period but those near the window', () => {
    const rule = compiled('FREQ=WEEKLY;BYDAY=MO,WE', '1990-01-01T09:00');
    expect(startsWithin(rule, zones, oslo, week).map(({ wall }) => wallText(wall))).toEqual([
      '2026-11-23T09:00',
      '2026-11-25T09:00',
    ]);
    expect(wallsOfPeriod(rule, 0).length).toBe(2);
  });

  it('names its starts and no other wall time', () => {
    const rule = compiled('FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270101T000000Z', '2026-10-30T09:00');
    expect(isStart(rule, zones, oslo, wallOf('2026-11-27T09:00'))).toBe(true);
    expect(isStart(rule, zones, oslo, wallOf('2026-11-27T09:15'))).toBe(false);
    expect(isStart(rule, zones, oslo, wallOf('2026-09-25T09:00'))).toBe(false);
    expect(isStart(rule, zones, oslo, wallOf('2027-01-29T09:00'))).toBe(false);
  });

  it('written small, with its name before it, or with spare semicolons is the same rule', () => {
    expect(parseRule(' rrule:freq=weekly;;byday=we,mo; ')).toEqual(parseRule('FREQ=WEEKLY;BYDAY=MO,WE'));
  });

  it('that ends with a date means the whole of that day', () => {
    const rule = compiled('FREQ=DAILY;UNTIL=20161123');
    expect(firstStarts(rule, zones, oslo, 9).map(({ wall }) => wallText(wall))).toEqual([
      '2016-11-21T09:00',
      '2016-11-22T09:00',
      '2016-11-23T09:00',
    ]);
  });
});
