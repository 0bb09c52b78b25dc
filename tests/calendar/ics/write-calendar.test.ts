import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { icsWriter } from '../../../core/calendar/ics/ics-writer.ts';
import type { IcsCalendar, IcsEvent } from '../../../core/calendar/ics/ics-event.ts';
import { writeCalendar } from '../../../core/calendar/ics/write-calendar.ts';
import { addMinutes } from '../../../core/domain/time/instant.ts';
import { zone, zones } from '../../domain/time/product-zones.ts';
import { at, event } from './samples.ts';

const MORNING = at('2026-06-02T12:00:00Z');
const write = (events: readonly IcsEvent[], more: Partial<IcsCalendar> = {}): string =>
  writeCalendar(zones, { ...more, events });
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');
const parsed = (text: string): ICAL.Component => ICAL.Component.fromString(text);
const firstEvent = (text: string): ICAL.Component => {
  const found = parsed(text).getFirstSubcomponent('vevent');
  if (found === null) throw new Error('The file has no event');
  return found;
};

describe('the written file', () => {
  it('ends every line with CRLF and keeps each within 75 octets, whatever the text', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(anyText, anyText, (summary, description) => {
        const text = write([event('a', 'Europe/Berlin', MORNING, { summary, description })]);
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
        const bytes = new TextEncoder();
        for (const line of text.split('\r\n')) expect(bytes.encode(line).length).toBeLessThanOrEqual(75);
      }),
    );
  });

  it('folds between signs, never inside an emoji', () => {
    for (let shift = 0; shift < 8; shift += 1) {
      const summary = `${'x'.repeat(shift)}${'🚗🔧'.repeat(40)}`;
      const text = write([event('a', 'Europe/Berlin', MORNING, { summary })]);
      for (const line of text.split('\r\n')) expect(line.isWellFormed()).toBe(true);
      expect(unfolded(text)).toContain(`SUMMARY:${summary}`);
    }
  });

  it('gives every text back as it was, control characters aside', () => {
    const texts = fc.array(fc.constantFrom('a', ',', ';', '\\', '\n', ':', '"', 'ä', '🚗', ' ', '\\n', '\t'), {
      minLength: 1,
      maxLength: 120,
    });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = `x${parts.join('')}x`;
        const back = firstEvent(write([event('a', 'Europe/Berlin', MORNING, { summary: text, location: text })]));
        expect(back.getFirstPropertyValue('summary')).toBe(text);
        expect(back.getFirstPropertyValue('location')).toBe(text);
      }),
    );
  });

  it('cannot be made to hold a line of somebody else', () => {
    const evil = 'x\r\nATTENDEE:mailto:evil@example.org\nEND:VEVENT\r\u2028BEGIN:VEVENT\u0085X-EVIL:1\u0000';
    const text = write(
      [
        event(evil, 'Europe/Berlin', MORNING, {
          summary: evil,
          description: evil,
          location: evil,
          url: `https://example.org/${evil}`,
          organizer: { name: evil, email: evil },
          attendees: [{ name: evil, email: evil }],
          categories: [evil],
        }),
      ],
      { name: evil, method: 'REQUEST' },
    );
    const lines = unfolded(text);
    expect(lines.filter((line) => line.startsWith('BEGIN:VEVENT')).length).toBe(1);
    expect(lines.filter((line) => line.startsWith('ATTENDEE')).length).toBe(1);
    expect(lines.filter((line) => line.startsWith('X-EVIL'))).toEqual([]);
  });

  it('escapes what separates, in texts and lists', () => {
    const text = write(
      [event('a', 'Europe/Berlin', MORNING, { description: 'a\r\nb; c, d\\', categories: ['Tyres, brakes', 'Oil'] })],
      { name: 'Ann; Tuesday, June' },
    );
    expect(unfolded(text)).toContain(String.raw`DESCRIPTION:a\nb\; c\, d` + '\\\\');
    expect(unfolded(text)).toContain(String.raw`CATEGORIES:Tyres\, brakes,Oil`);
    expect(unfolded(text)).toContain(String.raw`X-WR-CALNAME:Ann\; Tuesday\, June`);
    expect(firstEvent(text).getFirstProperty('categories')?.getValues()).toEqual(['Tyres, brakes', 'Oil']);
  });

  it('says who made it, in UTC when, and for what', () => {
    const text = write([event('a', 'Europe/Berlin', MORNING, { sequence: 3, status: 'CANCELLED' })], {
      method: 'CANCEL',
    });
    const lines = unfolded(text);
    for (const line of ['VERSION:2.0', 'METHOD:CANCEL', 'DTSTAMP:20260601T080000Z', 'SEQUENCE:3', 'STATUS:CANCELLED']) {
      expect(lines).toContain(line);
    }
    expect(lines.some((line) => line.startsWith('PRODID:-//Laneway//'))).toBe(true);
    expect(unfolded(write([]))).not.toContain('METHOD:PUBLISH');
  });

  it('names people, place and link', () => {
    const text = write([
      event('a', 'Europe/Berlin', MORNING, {
        organizer: { name: 'Desk, "North"', email: 'desk@example.org' },
        attendees: [
          { name: 'Björn', email: 'b@example.org', response: 'accepted' },
          { email: 'c@example.org', rsvp: true },
        ],
        geo: { latitude: 52.52, longitude: -13.405 },
        url: 'https://example.org/v?a=1,2;b',
      }),
    ]);
    const lines = unfolded(text);
    expect(lines).toContain(`ORGANIZER;CN="Desk, 'North'":mailto:desk@example.org`);
    expect(lines).toContain('ATTENDEE;CN=Björn;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:b@example.org');
    expect(lines).toContain('ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:c@example.org');
    expect(lines).toContain('GEO:52.52;-13.405');
    expect(lines).toContain('URL:https://example.org/v?a=1,2;b');
  });

  it('leaves attendees out of a published calendar and of events without organizer', () => {
    const attendees = [{ email: 'c@example.org' }];
    const organizer = { email: 'desk@example.org' };
    const published = write([event('a', 'Europe/Berlin', MORNING, { organizer, attendees })], { method: 'PUBLISH' });
    expect(published).toContain('ORGANIZER');
    expect(published).not.toContain('ATTENDEE');
    expect(write([event('a', 'Europe/Berlin', MORNING, { attendees })])).not.toContain('ATTENDEE');
  });
});

describe('the port of the application', () => {
  it('writes a plain file, empty texts left out', () => {
    const empty = { description: '', location: '', url: '', attendees: [] };
    const text = icsWriter(zones)({
      name: 'Ann',
      events: [
        {
          uid: 'a',
          sequence: 0,
          stamp: MORNING,
          start: MORNING,
          end: addMinutes(MORNING, 60),
          zone: zone('Europe/Berlin'),
          summary: 'A',
          status: 'CONFIRMED',
          ...empty,
        },
      ],
    });
    expect(unfolded(text)).toContain('X-WR-CALNAME:Ann');
    expect(text).not.toMatch(/METHOD|DESCRIPTION|LOCATION|URL/u);
  });
});

describe('times in the file', () => {
  it('are wall times of the event, one time-zone block for each zone', () => {
    const text = write([
      event('a', 'Europe/Berlin', MORNING),
      event('b', 'America/New_York', MORNING),
      event('c', 'Europe/Berlin', addMinutes(MORNING, 120)),
    ]);
    const lines = unfolded(text);
    expect(lines).toContain('DTSTART;TZID=Europe/Berlin:20260602T140000');
    expect(lines).toContain('DTEND;TZID=America/New_York:20260602T090000');
    expect(lines.filter((line) => line.startsWith('TZID:'))).toEqual(['TZID:America/New_York', 'TZID:Europe/Berlin']);
  });

  it('are in UTC without a block where the zone is UTC', () => {
    const text = write([event('a', 'UTC', MORNING)]);
    expect(unfolded(text)).toContain('DTSTART:20260602T120000Z');
    expect(text).not.toContain('VTIMEZONE');
  });

  it('are in UTC when the wall clock shows that hour for the second time', () => {
    const first = unfolded(write([event('a', 'America/New_York', at('2026-11-01T04:30:00Z'))]));
    expect(first).toContain('DTSTART;TZID=America/New_York:20261101T003000');
    expect(first).toContain('DTEND;TZID=America/New_York:20261101T013000');
    const second = unfolded(write([event('a', 'America/New_York', at('2026-11-01T05:45:00Z'))]));
    expect(second).toContain('DTSTART:20261101T054500Z');
    expect(second).toContain('DTEND:20261101T064500Z');
  });
});
