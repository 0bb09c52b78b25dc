import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { vtimezone } from '../../../core/calendar/ics/vtimezone.ts';
import { EARLIEST, instant, LATEST, range, type InstantRange } from '../../../core/domain/time/instant.ts';
import type { ZoneId } from '../../../core/domain/time/zones.ts';
import { zone, zones } from '../../domain/time/product-zones.ts';
import { at } from './samples.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

const block = (name: string, span: InstantRange): string => ICAL.stringify([...vtimezone(zones, zone(name), span)]);
const lines = (name: string, from: string, to: string): string[] => block(name, range(at(from), at(to))).split('\r\n');

/** What ical.js makes of an instant's wall time with nothing but our block. */
function readBack(timezone: ICAL.Timezone, id: ZoneId, moment: number): number {
  const wall = new Date(zones.wallAt(id, instant(moment)));
  const time = new ICAL.Time(
    {
      year: wall.getUTCFullYear(),
      month: wall.getUTCMonth() + 1,
      day: wall.getUTCDate(),
      hour: wall.getUTCHours(),
      minute: wall.getUTCMinutes(),
      second: wall.getUTCSeconds(),
    },
    timezone,
  );
  return time.toUnixTime() * 1000;
}

/** Clients differ about hours that come twice, and ical.js also about hours beside a change: those are kept out. */
function nearChange(id: ZoneId, moment: number): boolean {
  const near = zones.changes(id, range(instant(moment - 30 * HOUR), instant(moment + 30 * HOUR)));
  return near.some((one) => Math.abs(one.at - moment) < Math.abs(one.after.offset - one.before.offset) + 2 * HOUR);
}

function expectRight(id: ZoneId, span: InstantRange, moments: readonly number[]): void {
  const timezone = new ICAL.Timezone(ICAL.Component.fromString(block(id, span)));
  for (const moment of moments) {
    if (nearChange(id, moment)) continue;
    const seen = readBack(timezone, id, moment);
    expect(`${id} ${new Date(seen).toISOString()}`).toBe(`${id} ${new Date(moment).toISOString()}`);
  }
}

describe('a time-zone block', () => {
  it('says the present rule of a zone in two endless lines', () => {
    expect(lines('America/New_York', '2026-06-01T00:00:00Z', '2026-06-02T00:00:00Z')).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:America/New_York',
      'BEGIN:DAYLIGHT',
      'DTSTART:20070311T020000',
      'TZOFFSETFROM:-0500',
      'TZOFFSETTO:-0400',
      'TZNAME:EDT',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:20071104T020000',
      'TZOFFSETFROM:-0400',
      'TZOFFSETTO:-0500',
      'TZNAME:EST',
      'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
      'END:STANDARD',
      'END:VTIMEZONE',
      '',
    ]);
  });

  it('says the last Sunday as -1SU, and summer as daylight time in Ireland too', () => {
    const dublin = lines('Europe/Dublin', '2026-06-01T00:00:00Z', '2026-06-02T00:00:00Z');
    expect(dublin.slice(9, 15)).toEqual([
      'BEGIN:DAYLIGHT',
      'DTSTART:19960331T010000',
      'TZOFFSETFROM:+0000',
      'TZOFFSETTO:+0100',
      'TZNAME:IST',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    ]);
    expect(dublin[2]).toBe('BEGIN:STANDARD');
  });

  it('needs one line for a zone without changes', () => {
    const tokyo = lines('Asia/Tokyo', '2026-06-01T00:00:00Z', '2026-06-02T00:00:00Z');
    expect(tokyo.filter((line) => line.startsWith('DTSTART'))).toEqual(['DTSTART:19700101T000000']);
    expect(tokyo.filter((line) => line.startsWith('RRULE'))).toEqual([]);
  });

  it('lists changes of an older law one by one before the present rule', () => {
    const york = lines('America/New_York', '2005-06-01T00:00:00Z', '2026-06-02T00:00:00Z');
    expect(york.filter((line) => /^(?:DTSTART|RDATE)/u.test(line))).toEqual([
      'DTSTART:20050403T020000',
      'DTSTART:20051030T020000',
      'DTSTART:20060402T020000',
      'DTSTART:20061029T020000',
      'DTSTART:20070311T020000',
      'DTSTART:20071104T020000',
    ]);
  });

  it('lists the changes of a rule that no BYDAY can say, up to the end of the span', () => {
    const gaza = lines('Asia/Gaza', '2090-06-01T00:00:00Z', '2092-06-02T00:00:00Z');
    expect(gaza.filter((line) => line.startsWith('RRULE'))).toEqual([]);
    expect(gaza.filter((line) => /^(?:DTSTART|RDATE)/u.test(line)).length).toBe(5);
  });

  it('begins with what was in force when the span begins', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones.names()), fc.integer({ min: DAY, max: LATEST - 2 * DAY }), (id, from) => {
        const [, , parts] = vtimezone(zones, id, range(instant(from), instant(from + DAY)));
        const onsets = parts.map(([, properties]) => {
          const value = (name: string): string => {
            const found = properties.find(([one]) => one === name)?.[3];
            return typeof found === 'string' ? found : '';
          };
          return Date.parse(value('dtstart') + value('tzoffsetfrom').slice(0, 6)); // half a minute of Liberia's is lost
        });
        expect(Math.min(...onsets)).toBeLessThanOrEqual(from);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a client that reads nothing but the block', () => {
  it('finds the instants around every change of any span, in any zone', () => {
    const year = fc.integer({ min: 1972, max: 2095 });
    fc.assert(
      fc.property(fc.constantFrom(...zones.names()), year, fc.integer({ min: 1, max: 5 }), (id, first, length) => {
        const span = range(instant(Date.UTC(first, 0, 1)), instant(Date.UTC(first + length, 0, 1)));
        const changes = zones.changes(id, span).flatMap(({ at }) => [at - 4 * HOUR, at + 4 * HOUR, at + 60 * DAY]);
        const inside = changes.filter((moment) => moment >= span.from && moment <= span.to);
        expectRight(id, span, [span.from, ...inside, span.to]);
      }),
      { numRuns: 300 },
    );
  });

  it('finds them in every zone of the table, from last year to the year after next', () => {
    const span = range(at('2025-01-01T00:00:00Z'), at('2028-12-31T00:00:00Z'));
    const months = Array.from({ length: 48 }, (_, month) => Date.UTC(2025, month, 15, 10, 30));
    for (const id of zones.names()) expectRight(id, span, months);
  });

  it('finds them over the whole range of dates where laws changed often', () => {
    const months = Array.from({ length: 130 * 4 }, (_, quarter) => Date.UTC(1970, 1 + quarter * 3, 10, 10, 30));
    for (const name of ['America/New_York', 'Africa/Cairo', 'Africa/Casablanca', 'Europe/Moscow']) {
      expectRight(zone(name), range(EARLIEST, LATEST), months);
    }
  });
});
