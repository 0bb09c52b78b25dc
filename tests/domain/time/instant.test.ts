import { describe, expect, it } from 'vitest';
import { clockText, minuteOfDay, parseClock } from '../../../core/domain/time/clock-text.ts';
import * as time from '../../../core/domain/time/instant.ts';

const at = (text: string): time.Instant => time.instant(Date.parse(text));

describe('instants', () => {
  it('bounds are the first moment of 1970 and the first of 2101, in UTC', () => {
    expect(time.EARLIEST).toBe(at('1970-01-01T00:00:00Z'));
    expect(time.LATEST).toBe(at('2101-01-01T00:00:00Z'));
  });

  it('adds and measures minutes, backwards too', () => {
    const noon = at('2026-03-08T12:00:00Z');
    expect(time.addMinutes(noon, 90)).toBe(at('2026-03-08T13:30:00Z'));
    expect(time.minutesBetween(noon, time.addMinutes(noon, -45))).toBe(-45);
    expect(time.durationOf(time.range(noon, time.addMinutes(noon, 1440)))).toBe(1440);
  });
});

describe('clock text', () => {
  it('writes and reads every minute of a day, its end included', () => {
    for (let minute = 0; minute <= 1440; minute += 1) expect(parseClock(clockText(minuteOfDay(minute)))).toBe(minute);
    expect(clockText(minuteOfDay(545))).toBe('09:05');
    expect(clockText(minuteOfDay(1440))).toBe('24:00');
  });

  it.each(['9:05', '24:01', '12:60', '12.30', '', '25:00', '1234'])('refuses %j', (text) => {
    expect(parseClock(text)).toBeUndefined();
  });
});
