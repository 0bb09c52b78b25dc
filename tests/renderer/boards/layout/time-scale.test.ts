import { describe, expect, it } from 'vitest';
import zoneTable from '../../../../resources/zones/zones.json';
import { addMinutes, MINUTE, type Instant } from '../../../../core/domain/time/instant.ts';
import { localDate } from '../../../../core/domain/time/local-date.ts';
import { dayRange, toInstant } from '../../../../core/domain/time/local-time.ts';
import { minuteOfDay } from '../../../../core/domain/time/clock-text.ts';
import { zonesFrom, type ZoneId } from '../../../../core/domain/time/zones.ts';
import { hourTicks, snap, stepFrom, timeScale } from '../../../../renderer/boards/layout/time-scale.ts';

const zones = zonesFrom(zoneTable);
const OSLO = 'Europe/Oslo' as ZoneId;
const LORD_HOWE = 'Australia/Lord_Howe' as ZoneId;
const SPRING = localDate('2026-03-29');
const AUTUMN = localDate('2026-10-25');
const HOUR = 60 * MINUTE;

const wall = (date: string, hour: number, minute = 0): Instant =>
  toInstant(zones, OSLO, localDate(date), minuteOfDay(hour * 60 + minute));

describe('the time scale', () => {
  it('draws a day of 23 hours 23 hours wide, and one of 25 hours 25', () => {
    expect(timeScale(dayRange(zones, OSLO, SPRING), 40).width).toBe(23 * 40);
    expect(timeScale(dayRange(zones, OSLO, AUTUMN), 40).width).toBe(25 * 40);
    expect(timeScale(dayRange(zones, OSLO, localDate('2026-11-23')), 40).width).toBe(24 * 40);
  });

  it('turns pixels back into the instant they came from', () => {
    const scale = timeScale(dayRange(zones, OSLO, AUTUMN), 37);
    const at = wall('2026-10-25', 14, 20);
    expect(scale.at(scale.x(at))).toBe(at);
  });

  it('keeps a length of time the same number of pixels on both sides of a clock change', () => {
    const scale = timeScale(dayRange(zones, OSLO, SPRING), 60);
    const before = wall('2026-03-29', 1);
    expect(scale.x(before + 2 * HOUR) - scale.x(before)).toBe(120);
  });
});

describe('the hours of the axis', () => {
  it('leave out the hour that spring skips', () => {
    const hours = hourTicks(zones, OSLO, dayRange(zones, OSLO, SPRING)).map((tick) => tick.hour);
    expect(hours).toHaveLength(23);
    expect(hours.slice(0, 4)).toEqual([0, 1, 3, 4]);
  });

  it('show the hour that comes twice in autumn twice', () => {
    const ticks = hourTicks(zones, OSLO, dayRange(zones, OSLO, AUTUMN));
    expect(ticks.map((tick) => tick.hour).slice(0, 5)).toEqual([0, 1, 2, 2, 3]);
    expect((ticks[3]?.at ?? 0) - (ticks[2]?.at ?? 0)).toBe(HOUR);
  });

  it('stand on full hours of the wall clock where clocks change by half an hour', () => {
    const ticks = hourTicks(zones, LORD_HOWE, dayRange(zones, LORD_HOWE, localDate('2026-04-05')));
    expect(new Set(ticks.map((tick) => zones.wallAt(LORD_HOWE, tick.at) % HOUR))).toEqual(new Set([0]));
  });
});

describe('snapping', () => {
  const to = (step: number) => ({ zones, zone: OSLO, step });

  it('goes to the nearest multiple of the step on the wall clock', () => {
    expect(snap(to(15), wall('2026-11-23', 9, 7))).toBe(wall('2026-11-23', 9));
    expect(snap(to(15), wall('2026-11-23', 9, 8))).toBe(wall('2026-11-23', 9, 15));
    expect(snap(to(60), wall('2026-11-23', 9, 31))).toBe(wall('2026-11-23', 10));
  });

  it('steps from an odd time to the next multiple, not past it', () => {
    expect(stepFrom(to(15), wall('2026-11-23', 9, 7), 1)).toBe(wall('2026-11-23', 9, 15));
    expect(stepFrom(to(15), wall('2026-11-23', 9, 8), 1)).toBe(wall('2026-11-23', 9, 15));
    expect(stepFrom(to(15), wall('2026-11-23', 9, 8), -1)).toBe(wall('2026-11-23', 9));
    expect(stepFrom(to(15), wall('2026-11-23', 9, 7), -1)).toBe(wall('2026-11-23', 9));
  });

  it('walks through the repeated hour in real steps', () => {
    const first = wall('2026-10-25', 2, 45);
    const next = stepFrom(to(15), first, 1);
    expect(next - first).toBe(15 * MINUTE);
    expect(stepFrom(to(15), next, 1)).toBe(addMinutes(first, 30));
  });
});
