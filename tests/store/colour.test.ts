import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colour, type Stretch } from '../../core/store/apply/colour.ts';

const stretches = fc.array(
  fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 10 })).map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 25 },
);

/** How many hold at the busiest instant. */
function depth(all: readonly Stretch[]): number {
  return Math.max(0, ...all.map(({ from }) => all.filter((one) => one.from <= from && from < one.to).length));
}

describe('dealing out units', () => {
  it('succeeds exactly when no instant asks for more than there are, and never gives one unit twice', () => {
    fc.assert(
      fc.property(stretches, fc.integer({ min: 1, max: 6 }), (all, capacity) => {
        const dealt = colour(all, capacity);
        expect('units' in dealt).toBe(depth(all) <= capacity);
        const placed = 'units' in dealt ? [...dealt.units] : [];
        const meeting = placed.filter(([one, unit], index) =>
          placed.some(([other, same], at) => at < index && same === unit && other.from < one.to && one.from < other.to),
        );
        expect(meeting).toEqual([]);
        expect(placed.every(([, unit]) => unit >= 0 && unit < capacity)).toBe(true);
      }),
    );
  });
});
