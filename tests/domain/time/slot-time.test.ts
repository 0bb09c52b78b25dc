import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes, instant, minutes, range, type InstantRange } from '../../../core/domain/time/instant.ts';
import { localDate } from '../../../core/domain/time/local-date.ts';
import { toInstant } from '../../../core/domain/time/local-time.ts';
import { minuteOfDay } from '../../../core/domain/time/clock-text.ts';
import {
  calendarText,
  convertWallTime,
  isPast,
  isUnderway,
  isUpcoming,
  slotConflict,
  slotInZone,
  timeUntilStart,
  validateTimeSlot,
  withBuffers,
} from '../../../core/domain/time/slot-time.ts';
import { zone, zones } from './product-zones.ts';

const toronto = zone('America/Toronto');
const york = zone('America/New_York');
const berlin = zone('Europe/Berlin');
const two = toInstant(zones, toronto, localDate('2026-01-20'), minuteOfDay(14 * 60));
const slot = range(two, addMinutes(two, 60));
const minute = (from: number, to: number): InstantRange => range(addMinutes(two, from), addMinutes(two, to));

describe('a slot and the clock', () => {
  it('is upcoming, underway or past, and always exactly one of them', () => {
    for (const offset of [-1, 0, 59, 60, 61]) {
      const now = addMinutes(two, offset);
      expect([isUpcoming(slot, now), isUnderway(slot, now), isPast(slot, now)].filter(Boolean)).toHaveLength(1);
    }
    expect(isUpcoming(slot, addMinutes(two, -1))).toBe(true);
    expect(isUnderway(slot, two)).toBe(true);
    expect(isPast(slot, addMinutes(two, 60))).toBe(true);
  });

  it('begins in so many minutes, begun ones rounded up, and in none once it has begun', () => {
    expect(timeUntilStart(slot, addMinutes(two, -90))).toBe(90);
    expect(timeUntilStart(slot, instant(two - 61_000))).toBe(2);
    expect(timeUntilStart(slot, addMinutes(two, 5))).toBe(0);
  });
});

describe('a slot by itself', () => {
  const limits = { minimum: minutes(30), maximum: minutes(120) };

  it('must end after it starts', () => {
    expect(validateTimeSlot(range(two, two), limits)).toEqual({ problem: 'ends-before-start' });
  });

  it('is too short below the minimum and good at it', () => {
    expect(validateTimeSlot(minute(0, 29), limits)).toEqual({ problem: 'too-short', minimum: 30, duration: 29 });
    expect(validateTimeSlot(minute(0, 30), limits)).toBeNull();
  });

  it('is too long above the maximum and good at it', () => {
    expect(validateTimeSlot(minute(0, 121), limits)).toEqual({ problem: 'too-long', maximum: 120, duration: 121 });
    expect(validateTimeSlot(minute(0, 120), limits)).toBeNull();
    expect(validateTimeSlot(minute(0, 5000))).toBeNull();
  });
});

describe('a conflict with buffers', () => {
  const buffers = { before: minutes(10), after: minutes(25) };

  it('keeps another distance before than after', () => {
    expect(slotConflict(slot, [minute(-60, -10)], buffers)).toBeUndefined();
    expect(slotConflict(slot, [minute(-60, -9)], buffers)).toEqual(minute(-60, -9));
    expect(slotConflict(slot, [minute(85, 100)], buffers)).toBeUndefined();
    expect(slotConflict(slot, [minute(84, 100)], buffers)).toEqual(minute(84, 100));
  });

  it('without buffers, what only touches is none', () => {
    expect(slotConflict(slot, [minute(-60, 0), minute(60, 90)])).toBeUndefined();
    expect(withBuffers(slot, buffers)).toEqual(minute(-10, 85));
  });

  it('is what looking at every minute finds', () => {
    const span = fc.tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: 1, max: 60 }));
    const buffer = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(span, fc.array(span, { maxLength: 6 }), buffer, buffer, ([at, length], taken, before, after) => {
        const wanted = minute(at, at + length);
        const others = taken.map(([from, long]) => minute(from, from + long));
        const found = slotConflict(wanted, others, { before: minutes(before), after: minutes(after) });
        const hit = others.filter((other) => {
          for (let each = at - before; each < at + length + after; each += 1) {
            const moment = addMinutes(two, each);
            if (other.from <= moment && moment < other.to) return true;
          }
          return false;
        });
        const first = hit.length === 0 ? undefined : Math.min(...hit.map((one) => one.from));
        expect(found?.from).toBe(first);
      }),
    );
  });
});

describe('a slot in other zones', () => {
  it('is written for calendars with the offset of its day', () => {
    expect(calendarText(zones, toronto, two)).toBe('2026-01-20T14:00:00-05:00');
    expect(calendarText(zones, toronto, addMinutes(two, 180 * 24 * 60))).toMatch(/-04:00$/);
    expect(calendarText(zones, zone('Asia/Kathmandu'), two)).toBe('2026-01-21T00:45:00+05:45');
    expect(calendarText(zones, zone('Etc/UTC'), instant(two + 7000))).toBe('2026-01-20T19:00:07+00:00');
  });

  it('is read back to the same instant, in every hour of a year with its clock changes', () => {
    const first = Date.UTC(2026, 0, 1);
    for (let hour = 0; hour < 8760; hour += 1) {
      const at = instant(first + hour * 3_600_000);
      expect(Date.parse(calendarText(zones, berlin, at))).toBe(at);
    }
  });

  it('shows the clocks there at both ends', () => {
    expect(slotInZone(zones, slot, berlin)).toEqual({
      from: { date: '2026-01-20', minute: 20 * 60, second: 0 },
      to: { date: '2026-01-20', minute: 21 * 60, second: 0 },
    });
  });

  it('converts a wall time, also over midnight', () => {
    const local = { date: localDate('2026-01-20'), minute: minuteOfDay(14 * 60), second: 30 };
    expect(convertWallTime(zones, local, toronto, york)).toEqual(local);
    expect(convertWallTime(zones, local, toronto, zone('Asia/Tokyo'))).toEqual({
      date: '2026-01-21',
      minute: 4 * 60,
      second: 30,
    });
  });
});
