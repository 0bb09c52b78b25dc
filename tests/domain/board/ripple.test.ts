import { describe, expect, it } from 'vitest';
import { brokenPromises, expectedTimes, type Delay, type RippleVisit } from '../../../core/domain/board/ripple.ts';
import { minutes, minutesBetween } from '../../../core/domain/time/instant.ts';
import type { AppointmentState } from '../../../core/domain/work/appointment.ts';
import { appointment, at, inBay, lead, NORTH, resource, SHOP } from './a-context.ts';

const confirmed: AppointmentState = { status: 'confirmed' };

function visit(name: string, from: string, to: string, more: Partial<RippleVisit> = {}): RippleVisit {
  const claims = [lead('Mike')];
  return { id: appointment(name), start: at(from), end: at(to), state: confirmed, claims, at: SHOP, ...more };
}

/** How many minutes late each begins, and because of whom. */
function late(
  visits: readonly RippleVisit[],
  delays: Readonly<Record<string, Delay>> = {},
  now = '07:00',
  turnover = 0,
): Readonly<Record<string, readonly [number, string | null]>> {
  const expected = expectedTimes(visits, {
    now: at(now),
    drive: (from, to) => minutes(from === to ? 0 : 23),
    turnoverOf: () => minutes(turnover),
    delays: new Map(Object.entries(delays).map(([name, delay]) => [appointment(name), delay])),
  });
  return Object.fromEntries(
    visits.flatMap((one) => {
      const times = expected.get(one.id);
      return times === undefined ? [] : [[one.id, [minutesBetween(one.start, times.start), times.pushedBy]] as const];
    }),
  );
}

const overrun = (count: number): Delay => ({ lateStart: minutes(0), overrun: minutes(count) });

describe('a delay', () => {
  it('waits for a unit only where all are taken, and for the first that comes back', () => {
    const car = (units = 1) => ({ claims: [{ resourceId: resource('Cars'), role: 'custom' as const, units }] });
    const day = [
      visit('a', '08:00', '09:00', car()),
      visit('b', '08:30', '10:00', car()),
      visit('c', '09:00', '10:00', car()),
      visit('d', '10:00', '11:00', car(2)),
      visit('e', '11:00', '12:00', car()),
    ];
    const expected = expectedTimes(day, {
      now: at('07:00'),
      drive: () => minutes(0),
      capacityOf: () => 3,
      delays: new Map([[appointment('a'), overrun(90)]]),
    });
    const told = day.map((one) => {
      const times = expected.get(one.id);
      return times === undefined ? null : [minutesBetween(one.start, times.start), times.pushedBy];
    });
    // Two of three are back at 10:00, so nobody waits for the one that is late.
    expect(told).toEqual([
      [0, null],
      [0, null],
      [0, null],
      [0, null],
      [0, null],
    ]);
    const two = expectedTimes(day.slice(0, 4), {
      now: at('07:00'),
      drive: () => minutes(0),
      capacityOf: () => 2,
      delays: new Map([[appointment('a'), overrun(90)]]),
    });
    expect(two.get(appointment('c'))).toMatchObject({ start: at('10:00'), pushedBy: 'b' });
    expect(two.get(appointment('d'))).toMatchObject({ start: at('11:00'), pushedBy: 'c' });
  });

  it('goes down the chain, less what the gaps absorb', () => {
    const day = [visit('a', '08:00', '09:00'), visit('b', '09:30', '10:30'), visit('c', '10:45', '11:45')];
    expect(late(day, { a: overrun(60) })).toEqual({ a: [0, null], b: [30, 'a'], c: [15, 'b'] });
    expect(late(day, { a: overrun(30) })).toEqual({ a: [0, null], b: [0, null], c: [0, null] });
  });

  it('is the same for a late start as for an overrun, as far as others go', () => {
    const day = [visit('a', '08:00', '09:00'), visit('b', '09:30', '10:30')];
    const begins = { lateStart: minutes(45), overrun: minutes(0) };
    expect(late(day, { a: begins })).toEqual({ a: [45, null], b: [15, 'a'] });
  });

  it('has the drive of the person in it', () => {
    const day = [visit('a', '08:00', '09:00'), visit('b', '09:30', '10:30', { at: NORTH })];
    expect(late(day, { a: overrun(10) })).toEqual({ a: [0, null], b: [3, 'a'] });
  });

  it('has the turnover of the bay in it, and no drive', () => {
    const inIt = { claims: [inBay('Bay 1')], at: SHOP };
    const day = [visit('a', '08:00', '09:00', inIt), visit('b', '09:30', '10:30', { ...inIt, at: NORTH })];
    expect(late(day, { a: overrun(25) }, '07:00', 10)).toEqual({ a: [0, null], b: [5, 'a'] });
  });

  it('comes over the bay to other people too', () => {
    const day = [
      visit('a', '08:00', '09:00', { claims: [lead('Mike'), inBay('Bay 1')] }),
      visit('b', '09:00', '10:00', { claims: [lead('Sara'), inBay('Bay 1')] }),
      visit('c', '10:00', '11:00', { claims: [lead('Sara')] }),
    ];
    expect(late(day, { a: overrun(20) })).toEqual({ a: [0, null], b: [20, 'a'], c: [20, 'b'] });
  });

  it('of work underway lasts until now at least', () => {
    const underway: AppointmentState = { status: 'in-progress', startedAt: at('08:10') };
    const day = [visit('a', '08:00', '09:00', { state: underway }), visit('b', '09:00', '10:00')];
    expect(late(day, {}, '08:30')).toEqual({ a: [10, null], b: [10, 'a'] });
    expect(late(day, {}, '09:40')).toEqual({ a: [10, null], b: [40, 'a'] });
  });

  it('does not come from a request, from what was called off or from what should be long over', () => {
    const states: readonly AppointmentState[] = [
      { status: 'requested', approval: 'none' },
      { status: 'cancelled', at: at('07:00'), by: '', reason: '' },
    ];
    for (const state of states) {
      const day = [visit('a', '08:00', '09:00', { state }), visit('b', '09:00', '10:00')];
      expect(late(day, { a: overrun(60) })['b']).toEqual([0, null]);
    }
    const forgotten = [visit('a', '08:00', '09:00'), visit('b', '11:00', '12:00')];
    expect(late(forgotten, {}, '10:30')['b']).toEqual([0, null]);
  });
});

describe('promises', () => {
  const expected = { start: at('10:20'), end: at('11:20'), open: true, pushedBy: null };
  const promised = { start: at('10:00'), windows: [], due: null, told: false };

  it('are broken by the minutes beyond the start, when a customer was told one', () => {
    expect(brokenPromises(promised, expected)).toEqual([]);
    expect(brokenPromises({ ...promised, told: true }, expected)).toEqual([
      { promise: 'start', promised: at('10:00'), late: 20 },
    ]);
  });

  it('of a window are kept inside it, and then the start is no promise', () => {
    const window = { from: at('10:00'), to: at('10:20') };
    expect(brokenPromises({ ...promised, told: true, windows: [window] }, expected)).toEqual([]);
    const narrow = { from: at('10:00'), to: at('10:15') };
    const far = { from: at('15:00'), to: at('16:00') };
    expect(brokenPromises({ ...promised, windows: [narrow, far] }, expected)).toEqual([
      { promise: 'window', promised: at('10:15'), late: 5 },
    ]);
  });

  it('of a time to be done are broken by the end', () => {
    expect(brokenPromises({ ...promised, due: at('11:20') }, expected)).toEqual([]);
    expect(brokenPromises({ ...promised, due: at('11:00') }, expected)).toEqual([
      { promise: 'due', promised: at('11:00'), late: 20 },
    ]);
  });
});
