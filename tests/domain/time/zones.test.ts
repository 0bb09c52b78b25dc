import { describe, expect, it } from 'vitest';
import { instant, range, type Instant } from '../../../core/domain/time/instant.ts';
import { localDate, type MinuteOfDay } from '../../../core/domain/time/local-date.ts';
import { dayRange, localDateOf, startOfDay, toInstant, toLocal } from '../../../core/domain/time/local-time.ts';
import type { ZoneId } from '../../../core/domain/time/zones.ts';
import table from '../../../resources/zones/zones.json' with { type: 'json' };
import { zone, zones } from './product-zones.ts';

const at = (text: string): Instant => instant(Date.parse(text));
const utc = (moment: number): string => new Date(moment).toISOString();
const minute = (count: number): MinuteOfDay => count as MinuteOfDay;

describe('the zone table', () => {
  it('knows its release, and leads older names to present ones', () => {
    expect(zones.version).toMatch(/^20\d\d[a-z]$/);
    expect(zones.canonical('Asia/Calcutta')).toBe('Asia/Kolkata');
    expect(zones.canonical('Europe/Kiev')).toBe('Europe/Kyiv');
    expect(zones.canonical('UTC')).toBe('Etc/UTC');
    expect(zones.canonical('Europe/Oslo')).toBe('Europe/Oslo');
  });

  it('leads every name to a record that can be read, and stays small enough for a page', () => {
    for (const name of [...Object.keys(table.zones), ...Object.keys(table.aliases)]) {
      expect(Math.abs(zones.offsetAt(zone(name), at('2026-07-01T00:00:00Z')))).toBeLessThanOrEqual(14 * 3_600_000);
    }
    expect(JSON.stringify(table).length).toBeLessThan(150_000);
  });

  it('refuses to read a name it does not know', () => {
    const stranger: string = 'Mars/Olympus';
    expect(() => zones.offsetAt(stranger as ZoneId, at('2026-07-01T00:00:00Z'))).toThrow('Mars/Olympus');
  });

  it('gives an older name the same time as the present one', () => {
    const moment = at('2026-07-01T00:00:00Z');
    expect(zones.offsetAt(zone('US/Eastern'), moment)).toBe(zones.offsetAt(zone('America/New_York'), moment));
  });

  it.each(['', 'Mars/Olympus', 'europe/berlin', 'constructor', '__proto__', 'toString', 'Eastern Standard Time'])(
    'does not know %j',
    (name) => {
      expect(zones.has(name)).toBe(false);
      expect(zones.canonical(name)).toBeUndefined();
    },
  );

  it('lists sorted canonical names, each of them usable', () => {
    const names = zones.names();
    expect(names.length).toBeGreaterThan(400);
    expect(names).toEqual(names.toSorted());
    expect(names).toContain('Europe/Berlin');
    expect(names).not.toContain('Europe/Kiev');
    for (const name of names) expect(zones.canonical(name)).toBe(name);
  });

  it('names the time as people there do', () => {
    const type = zones.typeAt(zone('America/New_York'), at('2026-07-01T00:00:00Z'));
    expect(type).toEqual({ offset: -4 * 3_600_000, daylight: true, abbreviation: 'EDT' });
  });

  it('lists the changes of a stretch, its first moment included and its last not', () => {
    const berlin = zone('Europe/Berlin');
    const spring = at('2026-03-29T01:00:00Z');
    const autumn = at('2026-10-25T01:00:00Z');
    expect(zones.changes(berlin, range(spring, autumn)).map((change) => utc(change.at))).toEqual([utc(spring)]);
    expect(zones.changes(berlin, range(instant(spring + 1), instant(autumn + 1))).map((one) => one.at)).toEqual([
      autumn,
    ]);
    expect(zones.changes(zone('Asia/Tokyo'), range(spring, autumn))).toEqual([]);
  });
});

describe('wall clock and instant', () => {
  const york = zone('America/New_York');

  it('moves a time inside the spring gap forward, by the offset before it', () => {
    expect(utc(toInstant(zones, york, localDate('2026-03-08'), minute(150)))).toBe('2026-03-08T07:30:00.000Z');
    const shown = toLocal(zones, york, at('2026-03-08T07:30:00Z'));
    expect(shown).toEqual({ date: '2026-03-08', minute: 210, second: 0 });
  });

  it('takes the first of the two autumn hours, whatever the season of the question before', () => {
    const wanted = '2026-11-01T05:30:00.000Z';
    for (const earlier of ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z', '2026-11-01T06:30:00Z']) {
      zones.offsetAt(york, at(earlier));
      expect(utc(toInstant(zones, york, localDate('2026-11-01'), minute(90)))).toBe(wanted);
    }
  });

  it('shows seconds, and offsets that are no whole minutes', () => {
    expect(toLocal(zones, zone('Africa/Monrovia'), at('1971-06-01T00:00:00Z'))).toEqual({
      date: '1971-05-31',
      minute: 1395,
      second: 30,
    });
  });

  it('answers at both ends of the accepted dates', () => {
    expect(utc(startOfDay(zones, zone('Pacific/Kiritimati'), localDate('1970-01-01')))).toBe(
      '1970-01-01T10:40:00.000Z',
    );
    expect(utc(startOfDay(zones, zone('Asia/Tokyo'), localDate('1970-01-01')))).toBe('1969-12-31T15:00:00.000Z');
    expect(utc(dayRange(zones, york, localDate('2100-12-31')).to)).toBe('2101-01-01T05:00:00.000Z');
    // New Zealand has daylight time then: the yearly rule reaches to the very end.
    expect(utc(startOfDay(zones, zone('Pacific/Auckland'), localDate('2100-12-31')))).toBe('2100-12-30T11:00:00.000Z');
  });
});

describe('local days', () => {
  const hours = (name: string, date: string): number => {
    const day = dayRange(zones, zone(name), localDate(date));
    return (day.to - day.from) / 3_600_000;
  };

  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['Europe/Berlin', '2026-06-01', 24],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Africa/Cairo', '2026-04-24', 23], // midnight itself falls into the gap
    ['Pacific/Apia', '2011-12-30', 0], // skipped when Samoa crossed the date line
    ['Antarctica/Troll', '2026-03-29', 22],
  ])('%s on %s has %d hours', (name, date, expected) => {
    expect(hours(name, date)).toBe(expected);
  });

  it('begin with the first instant that carries their date', () => {
    const cairo = zone('Africa/Cairo');
    const start = startOfDay(zones, cairo, localDate('2026-04-24'));
    expect(toLocal(zones, cairo, start)).toEqual({ date: '2026-04-24', minute: 60, second: 0 });
    expect(localDateOf(zones, cairo, instant(start - 1))).toBe('2026-04-23');
  });
});
