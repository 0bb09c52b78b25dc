import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, openBetween, stretchesOf, touches } from '../../../core/domain/board/stretches.ts';

const spans = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 50 }), fc.nat(10)).map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 8 },
);
const window = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 1, max: 20 }));

function closedUnits(all: readonly { readonly from: number; readonly to: number }[], from: number, to: number): number {
  const units = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
  return units.filter((unit) => all.some((one) => one.from <= unit && unit < one.to)).length;
}

describe('stretches', () => {
  it('touch, hold and leave open what counting says', () => {
    fc.assert(
      fc.property(spans, window, (all, [from, length]) => {
        const to = from + length;
        const closed = closedUnits(all, from, to);
        const stretches = stretchesOf(all);
        expect(touches(stretches, from, to)).toBe(closed > 0);
        expect(holds(stretches, from, to)).toBe(closed === length);
        expect(openBetween(stretches, from, to)).toBe(length - closed);
      }),
    );
  });

  it('count backwards what has already passed', () => {
    expect(openBetween(stretchesOf([{ from: 0, to: 10 }]), 8, 3)).toBe(-5);
  });
});
