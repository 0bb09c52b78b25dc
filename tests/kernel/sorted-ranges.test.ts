import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, covered, intersect, overlaps, subtract, union } from '../../core/kernel/sorted-ranges.ts';
import type { Span } from '../../core/kernel/sorted-ranges.ts';

const LENGTH = 120;
const point = fc.integer({ min: 0, max: LENGTH });
// Unordered on purpose: spans may be empty or backwards, as bad input would be.
const span = fc.record({ from: point, to: point });
const spans = fc.array(span, { maxLength: 12 });

/** The oracle: one flag per minute. */
function bitmap(list: readonly Span[]): boolean[] {
  return Array.from({ length: LENGTH }, (_, minute) => list.some((one) => one.from <= minute && minute < one.to));
}

function isSortedAndDisjoint(list: readonly Span[]): boolean {
  return list.every((one, index) => one.from < one.to && (index === 0 || (list[index - 1]?.to ?? 0) < one.from));
}

describe('sorted ranges against one flag per minute', () => {
  it('union covers what any span covers, sorted and without touching neighbours', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const merged = union(list);
        expect(bitmap(merged)).toEqual(bitmap(list));
        expect(isSortedAndDisjoint(merged)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('subtract leaves what the holes do not cover', () => {
    fc.assert(
      fc.property(spans, spans, (list, holes) => {
        const rest = subtract(list, holes);
        const closed = bitmap(holes);
        expect(bitmap(rest)).toEqual(bitmap(list).map((open, minute) => open && closed[minute] !== true));
        expect(isSortedAndDisjoint(rest)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('intersect keeps what both cover', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const common = intersect(a, b);
        const right = bitmap(b);
        expect(bitmap(common)).toEqual(bitmap(a).map((open, minute) => open && right[minute] === true));
        expect(isSortedAndDisjoint(common)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('covered counts every minute once', () => {
    fc.assert(
      fc.property(spans, (list) => {
        expect(covered(list)).toBe(bitmap(list).filter(Boolean).length);
      }),
    );
  });

  it('overlaps and contains say the same as the flags for spans with a length', () => {
    const real = span.filter((one) => one.from < one.to);
    fc.assert(
      fc.property(real, real, (a, b) => {
        const [left, right] = [bitmap([a]), bitmap([b])];
        expect(overlaps(a, b)).toBe(left.some((open, minute) => open && right[minute] === true));
        expect(contains(a, b)).toBe(right.every((open, minute) => !open || left[minute] === true));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves its arguments as they were', () => {
    const list = [
      { from: 5, to: 9 },
      { from: 1, to: 6 },
    ];
    union(list);
    subtract(list, list);
    intersect(list, list);
    expect(list).toEqual([
      { from: 5, to: 9 },
      { from: 1, to: 6 },
    ]);
  });
});
