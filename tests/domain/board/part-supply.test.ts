import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partSupplyOf, spareAt, whenSpare } from '../../../core/domain/board/part-supply.ts';
import { instant } from '../../../core/domain/time/instant.ts';
import { appointment, part } from './a-context.ts';

const lot = fc.record({ at: fc.integer({ min: 0, max: 20 }).map(instant), quantity: fc.nat(4) });
const taking = fc.record({
  at: fc.integer({ min: 0, max: 20 }).map(instant),
  quantity: fc.integer({ min: 1, max: 3 }),
  appointmentId: fc.constantFrom(appointment('a'), appointment('b')),
});

describe('the supply of a part', () => {
  it('spares what leaves nobody short at any later moment', () => {
    fc.assert(
      fc.property(
        fc.array(lot, { maxLength: 4 }),
        fc.array(taking, { maxLength: 4 }),
        fc.integer({ min: -1, max: 22 }),
        (lots, taken, moment) => {
          const supply = partSupplyOf(
            { partId: part('plug'), name: 'Plug', lots, taken, leadTimeDays: 0 },
            appointment('b'),
          );
          const left = (time: number): number =>
            lots.reduce((sum, one) => sum + (one.at <= time ? one.quantity : 0), 0) -
            taken.reduce((sum, one) => sum + (one.appointmentId === 'a' && one.at <= time ? one.quantity : 0), 0);
          const least = (from: number): number =>
            Math.min(...Array.from({ length: 30 }, (_, later) => left(from + later)));
          expect(spareAt(supply, moment)).toBe(least(moment));
          const first = Array.from({ length: 30 }, (_, later) => moment + later).find((time) => least(time) >= 2);
          expect(whenSpare(supply, 2, instant(moment))).toBe(first ?? null);
        },
      ),
    );
  });
});
