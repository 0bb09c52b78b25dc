import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IcsEvent } from '../../../core/calendar/ics/ics-event.ts';
import { writeCalendar } from '../../../core/calendar/ics/write-calendar.ts';
import { addMinutes, instant, range, type Instant } from '../../../core/domain/time/instant.ts';
import type { ZoneId } from '../../../core/domain/time/zones.ts';
import { zone, zones } from '../../domain/time/product-zones.ts';
import { hasKhal, hasVobject, khalShows, sayMissing, vobjectShows } from './clients.ts';
import { at, event, manyZones } from './samples.ts';

sayMissing(hasKhal, 'khal');
sayMissing(hasVobject, 'python3-vobject');

const HOUR = 3_600_000;
const shown = (moment: Instant): string => new Date(moment).toISOString().slice(0, 16).replace('T', ' ');
const expected = (events: readonly IcsEvent[]): Map<string, string> =>
  new Map(events.map((one) => [one.uid, `${shown(one.start)}|${shown(one.end)}|${one.summary}`]));

/** Both clients know the zones by name. Under a name nobody knows they have nothing but our own blocks to read. */
const disguised = (text: string): string =>
  text.replaceAll(
    /TZID([=:])([\w/+-]+)/gu,
    (_, sign: string, name: string) => `TZID${sign}Own-${name.replaceAll('/', '-')}`,
  );

/** Hours that come twice or not at all are read differently by every client; they are left out. */
function clear(id: ZoneId, start: Instant): boolean {
  const near = range(instant(start - 2 * HOUR), instant(start + 3 * HOUR));
  return zones.changes(id, near).length === 0;
}

/** Events some hours and days beside every clock change of the years, and in between. */
function aroundChanges(from: Instant, to: Instant): IcsEvent[] {
  return manyZones.flatMap((name) => {
    const changes = zones.changes(zone(name), range(from, to)).map((change) => change.at);
    const moments = [from, ...changes, to].flatMap((moment) =>
      [-4, 4, 24 * 40].map((hours) => addMinutes(moment, hours * 60)),
    );
    return moments
      .filter((moment) => clear(zone(name), moment))
      .map((moment, index) => event(`${name}-${index}`, name, moment));
  });
}

const nowadays = aroundChanges(at('2026-01-05T10:00:00Z'), at('2028-01-05T10:00:00Z'));
const longAgo = aroundChanges(at('2004-01-05T10:00:00Z'), at('2008-01-05T10:00:00Z'));

const rich = event('rich', 'Europe/Berlin', at('2026-06-02T07:00:00Z'), {
  summary: 'Bremsen; prüfen, "vorn" \\ hinten 🚗🔧',
  description: `${'Zeile '.repeat(30)}\nzweite; Zeile, mit Komma ${'🔩'.repeat(50)}`,
  location: 'Hauptstraße 1, Köln',
  url: 'https://example.org/v?a=1,2;b',
  organizer: { name: 'Annahme, Nord', email: 'desk@example.org' },
  attendees: [{ name: 'Zoë', email: 'zoe@example.org', rsvp: true }],
  categories: ['Reifen, Räder', 'Öl'],
  geo: { latitude: 50.94, longitude: 6.96 },
});

describe.runIf(hasKhal)('khal', () => {
  it('shows every event around the clock changes of these years at its instant, by the name of the zone', () => {
    expect(nowadays.length).toBeGreaterThan(200);
    expect(khalShows(writeCalendar(zones, { events: nowadays }), '2025-12-01', '2028-03-01')).toEqual(
      expected(nowadays),
    );
  });

  it('shows them at the same instants by nothing but our blocks', () => {
    const text = disguised(writeCalendar(zones, { events: nowadays }));
    expect(text).not.toContain('TZID:America');
    expect(khalShows(text, '2025-12-01', '2028-03-01')).toEqual(expected(nowadays));
  });

  it('shows those of years whose laws have changed since, by our blocks', () => {
    expect(longAgo.length).toBeGreaterThan(200);
    const text = disguised(writeCalendar(zones, { events: longAgo }));
    expect(khalShows(text, '2003-12-01', '2008-03-01')).toEqual(expected(longAgo));
  });

  it('shows random events of random zones at their instants, by our blocks', () => {
    const start = fc.integer({ min: Date.UTC(2026, 0, 2), max: Date.UTC(2029, 11, 30) });
    const pair = fc.tuple(fc.constantFrom(...zones.names()), start);
    const pairs = fc.sample(pair, { numRuns: 200, seed: 7 });
    const events = pairs
      .map(([name, moment], index) => event(`r${index}`, name, instant(Math.floor(moment / 60_000) * 60_000)))
      .filter((one) => clear(one.zone, one.start));
    expect(events.length).toBeGreaterThan(180);
    const text = disguised(writeCalendar(zones, { events }));
    expect(khalShows(text, '2026-01-01', '2030-01-01')).toEqual(expected(events));
  });

  it('shows folded and escaped texts as they were', () => {
    const text = writeCalendar(zones, { name: 'Tag; Ann', method: 'REQUEST', events: [rich] });
    expect(khalShows(text, '2026-06-01', '2026-06-04')).toEqual(expected([rich]));
  });
});

describe.runIf(hasVobject)('vobject', () => {
  it('finds the files valid and every instant right', () => {
    for (const events of [nowadays, longAgo, [rich]]) {
      const text = writeCalendar(zones, { name: 'Day', events });
      expect(vobjectShows(text)).toEqual(expected(events));
    }
  });

  it('finds them by nothing but our blocks', () => {
    // vobject takes a zone for UTC and drops it when its first standard time is UTC's: that is Morocco's here.
    const unlikeUtc = nowadays.filter((one) => one.zone !== 'Africa/Casablanca');
    for (const events of [unlikeUtc, longAgo]) {
      expect(vobjectShows(disguised(writeCalendar(zones, { events })))).toEqual(expected(events));
    }
  });
});
