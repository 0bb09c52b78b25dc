import { array, assert, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stack } from '../../../../renderer/boards/layout/stacking.ts';

const bars = (...spans: readonly (readonly [number, number])[]) => spans.map(([start, end]) => ({ start, end }));

describe('bars that overlap in a lane', () => {
  it('share the height while those that only touch keep it whole', () => {
    expect(stack(bars([0, 10], [10, 20]))).toEqual([
      { level: 0, levels: 1 },
      { level: 0, levels: 1 },
    ]);
    expect(stack(bars([0, 10], [5, 20]))).toEqual([
      { level: 0, levels: 2 },
      { level: 1, levels: 2 },
    ]);
  });

  it('form one cluster when a third one joins them, and use a strip that has become free', () => {
    expect(stack(bars([0, 10], [5, 20], [12, 30], [40, 50]))).toEqual([
      { level: 0, levels: 2 },
      { level: 1, levels: 2 },
      { level: 0, levels: 2 },
      { level: 0, levels: 1 },
    ]);
  });

  it('never lie on the same strip at the same time', () => {
    const span = tuple(integer({ min: 0, max: 200 }), integer({ min: 1, max: 60 }));
    assert(
      property(array(span, { maxLength: 30 }), (spans) => {
        const sorted = spans
          .map(([start, length]) => ({ start, end: start + length }))
          .toSorted((a, b) => a.start - b.start);
        const strips = stack(sorted);
        expect(strips).toHaveLength(sorted.length);
        sorted.forEach((one, first) => {
          sorted.forEach((other, second) => {
            if (first >= second || one.end <= other.start || other.end <= one.start) return;
            expect(strips[first]?.level).not.toBe(strips[second]?.level);
            expect(strips[first]?.levels).toBe(strips[second]?.levels);
          });
          expect(strips[first]?.level).toBeLessThan(strips[first]?.levels ?? 0);
        });
      }),
    );
  });
});
