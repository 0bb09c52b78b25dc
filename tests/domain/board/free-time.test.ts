import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busyIndexOf } from '../../../core/domain/board/busy-index.ts';
import { freeStretches } from '../../../core/domain/board/free-time.ts';
import type { BusyClaim, PlacementContext } from '../../../core/domain/board/placement-context.ts';
import { addMinutes, range } from '../../../core/domain/time/instant.ts';
import { at, busy, context, other, resource, span, technician } from './a-context.ts';

function free(facts: Partial<PlacementContext>, name: string, minimum = 1, units = 1) {
  const index = busyIndexOf(context(facts));
  const lane = index.lanes.get(resource(name));
  if (lane === undefined) throw new Error(`There is no ${name}`);
  return freeStretches(lane, index, { within: span('06:00', '20:00'), minimum, units });
}

describe('free time', () => {
  it('of a technician is the shift less break, absence, closure and what is booked', () => {
    const priya = technician('Priya', {
      busy: [busy('Clutch', '09:00', '10:00')],
      absences: [{ ...span('15:00', '16:00'), why: 'absence', name: 'Dentist' }],
    });
    const closures = [{ ...span('16:30', '24:00'), why: 'closure' as const, name: 'Party' }];
    const expected = [span('08:00', '09:00'), span('10:00', '12:00'), span('12:30', '15:00'), span('16:00', '16:30')];
    expect(free({ technicians: [priya], closures }, 'Priya')).toEqual(expected);
    expect(free({ technicians: [priya], closures }, 'Priya', 60)).toEqual(expected.slice(0, 3));
  });

  it('is none for more units than there are', () => {
    expect(free({ others: [other('Room', { capacity: 2 })] }, 'Room', 1, 3)).toEqual([]);
  });

  it('has every minute at which so many units are left, and no other', () => {
    const use = fc.record({
      from: fc.integer({ min: 0, max: 60 }),
      length: fc.integer({ min: 1, max: 30 }),
      units: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(use, { maxLength: 8 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        (uses, capacity, units) => {
          const claims = uses.map((one, number): BusyClaim => {
            const from = addMinutes(at('07:00'), one.from * 10);
            const to = addMinutes(from, one.length * 10);
            return { ...busy(`Use ${number}`, '07:00', '08:00'), from, to, start: from, end: to, units: one.units };
          });
          const stretches = free(
            { others: [other('Cars', { kind: 'custom', capacity, busy: claims })] },
            'Cars',
            1,
            units,
          );
          for (let minute = at('06:00'); minute < at('20:00'); minute = addMinutes(minute, 5)) {
            const used = claims.reduce(
              (sum, one) => (one.from <= minute && minute < one.to ? sum + one.units : sum),
              0,
            );
            const isOpen = minute >= at('07:00') && minute < at('18:00');
            const isFree = stretches.some((one) => one.from <= minute && minute < one.to);
            expect([minute, isFree]).toEqual([minute, isOpen && used + units <= capacity]);
          }
          const merged = stretches.every((one, place) => place === 0 || (stretches[place - 1]?.to ?? 0) < one.from);
          expect(merged).toBe(true);
        },
      ),
      { numRuns: 150, seed: 7 },
    );
  });

  it('lies inside what is asked for', () => {
    const index = busyIndexOf(context({ others: [other('Room')] }));
    const [lane] = index.others;
    if (lane === undefined) throw new Error('no room');
    const wanted = { within: range(at('09:00'), at('10:00')), minimum: 1, units: 1 };
    expect(freeStretches(lane, index, wanted)).toEqual([span('09:00', '10:00')]);
  });
});
