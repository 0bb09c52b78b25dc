import { describe, expect, it } from 'vitest';
import { missOf } from '../../vectors/check-vector.ts';
import { readVector } from '../../vectors/forms.ts';
import dst from '../../fixtures/calendar/dst.json' with { type: 'json' };
import recurrence from '../../fixtures/calendar/recurrence.json' with { type: 'json' };
import edits from '../../fixtures/calendar/series-edits.json' with { type: 'json' };

/** The same run as `npm run vectors`. */
describe('vectors: the series engine gives the expected instants', () => {
  const missesOf = (list: readonly unknown[]): readonly string[] =>
    list.map(readVector).flatMap((one) => {
      const miss = missOf(one);
      return miss === null ? [] : [`${one.vector.id}: ${miss}`];
    });

  it('of all 800 recurrences', () => {
    expect(recurrence.length).toBe(800);
    expect(missesOf(recurrence)).toEqual([]);
  });

  it('of all 160 around clock changes', () => {
    expect(dst.length).toBe(160);
    expect(missesOf(dst)).toEqual([]);
  });

  it('of all 60 edited series', () => {
    expect(edits.length).toBe(60);
    expect(missesOf(edits)).toEqual([]);
  });
});

describe('a miss is told', () => {
  const [first] = recurrence;

  it('where the first start differs', () => {
    const wrong = readVector({ ...first, first: ['2001-01-01T00:00:00Z'] });
    expect(missOf(wrong)).toMatch(/^start 1 is \S+, not 2001-01-01T00:00:00Z$/);
  });

  it('where a series goes on after its end', () => {
    expect(missOf(readVector({ ...first, first: first?.first.slice(0, -1) }))).toMatch(/not the end$/);
  });

  it('where a rule is refused', () => {
    expect(missOf(readVector({ ...first, rrule: 'FREQ=SECONDLY' }))).toMatch(/must repeat DAILY/);
  });

  it('and a vector of no form is refused', () => {
    expect(() => readVector({ id: 'x' })).toThrow(/none of the three forms/);
  });
});
