import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busyListOf, crowdedAt, nextAfter, overlapIn, previousBefore } from '../../../core/domain/board/busy-list.ts';
import type { BusyClaim } from '../../../core/domain/board/placement-context.ts';
import { instant } from '../../../core/domain/time/instant.ts';
import { busy } from './a-context.ts';

const claim = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 2 }))
  .map(([from, length, units]): BusyClaim =>
    busy('Work', '00:00', '00:00', { from: instant(from), to: instant(from + length), units }),
  );
const claims = fc.array(claim, { maxLength: 12 });
const window = fc.tuple(fc.integer({ min: -5, max: 70 }), fc.integer({ min: 1, max: 20 }));

describe('a busy list', () => {
  it('finds the first overlap', () => {
    fc.assert(
      fc.property(claims, window, (all, [from, length]) => {
        const list = busyListOf(all);
        const expected = list.claims.findIndex((one) => one.from < from + length && one.to > from);
        expect(overlapIn(list, from, from + length)).toBe(expected);
      }),
    );
  });

  it('is crowded exactly when more units than there is room for meet at some moment', () => {
    fc.assert(
      fc.property(claims, window, fc.nat(3), fc.nat(4), (all, [from, length], room, after) => {
        const used = (moment: number): number =>
          all.reduce((sum, one) => sum + (one.from <= moment && moment < one.to + after ? one.units : 0), 0);
        const moments = Array.from({ length }, (_, offset) => from + offset);
        const crowded = moments.some((moment) => used(moment) > room);
        expect(crowdedAt(busyListOf(all), from, from + length, room, after) >= 0).toBe(crowded);
      }),
    );
  });

  it('knows who ended last before a moment and who begins next after it', () => {
    fc.assert(
      fc.property(claims, fc.integer({ min: -5, max: 80 }), (all, moment) => {
        const list = busyListOf(all);
        const ends = all.filter((one) => one.to <= moment).map((one) => one.to);
        const starts = all.filter((one) => one.from >= moment).map((one) => one.from);
        expect(list.claims[previousBefore(list, moment)]?.to).toBe(ends.length === 0 ? undefined : Math.max(...ends));
        expect(list.claims[nextAfter(list, moment)]?.from).toBe(starts.length === 0 ? undefined : Math.min(...starts));
      }),
    );
  });
});
