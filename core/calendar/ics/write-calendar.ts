import ICAL from 'ical.js';
import { instant, range, type Instant } from '../../domain/time/instant.ts';
import type { ZoneId, Zones } from '../../domain/time/zones.ts';
import type { IcsCalendar, IcsEvent, IcsPerson } from './ics-event.ts';
import { cleanLine, cleanText, cleanUri, escapeText, utcText, wallText } from './jcal.ts';
import type { JcalComponent, JcalProperty } from './jcal.ts';
import { vtimezone } from './vtimezone.ts';

const PRODUCT = '-//Laneway//Laneway dispatch console//EN';

/**
 * Writes an iCalendar file (RFC 5545): CRLF, lines of at most 75 octets, one VTIMEZONE from our own table for every zone
 * used. An event that starts or ends in an hour the wall clock shows twice, the second time round, is written in UTC,
 * since a local time would mean the first one.
 */
export function writeCalendar(zones: Zones, calendar: IcsCalendar): string {
  const properties: JcalProperty[] = [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', PRODUCT],
    ['calscale', {}, 'text', 'GREGORIAN'],
  ];
  if (calendar.method !== undefined) properties.push(['method', {}, 'text', calendar.method]);
  if (calendar.name !== undefined) {
    properties.push(['x-wr-calname', {}, 'unknown', escapeText(cleanLine(calendar.name))]);
  }
  const events = calendar.events.map((event) => vevent(zones, calendar, event));
  const root: JcalComponent = ['vcalendar', properties, [...zoneBlocks(zones, calendar.events), ...events]];
  // The library counts 75 octets without the space that begins a continued line.
  ICAL.foldLength = 74;
  return ICAL.stringify([...root]);
}

/** UTC itself needs no VTIMEZONE. */
function isUtc(zones: Zones, zone: ZoneId): boolean {
  return zones.canonical(zone) === 'Etc/UTC';
}

function zoneBlocks(zones: Zones, events: readonly IcsEvent[]): JcalComponent[] {
  const local = events.filter((event) => !isUtc(zones, event.zone));
  const names = [...new Set(local.map((event) => event.zone))].toSorted();
  return names.map((zone) => {
    const own = local.filter((event) => event.zone === zone);
    const from = own.reduce((least, event) => Math.min(least, event.start), Number.POSITIVE_INFINITY);
    const to = own.reduce((most, event) => Math.max(most, event.end), Number.NEGATIVE_INFINITY);
    return vtimezone(zones, zone, range(instant(from), instant(to)));
  });
}

/** Start and end, both in the same form: wall clock where that names the instant, else UTC. */
function times(zones: Zones, event: IcsEvent): JcalProperty[] {
  const { zone, start, end } = event;
  const named = (at: Instant): boolean => zones.atWall(zone, zones.wallAt(zone, at)) === at;
  const inUtc = isUtc(zones, zone) || !named(start) || !named(end);
  const time = (name: 'dtstart' | 'dtend', at: Instant): JcalProperty =>
    inUtc
      ? [name, {}, 'date-time', utcText(at)]
      : [name, { tzid: zone }, 'date-time', wallText(zones.wallAt(zone, at))];
  return [time('dtstart', start), time('dtend', end)];
}

function person(name: 'organizer' | 'attendee', one: IcsPerson, more: Readonly<Record<string, string>>): JcalProperty {
  const shown = cleanLine(one.name ?? '');
  return [name, { ...(shown === '' ? {} : { cn: shown }), ...more }, 'cal-address', `mailto:${cleanUri(one.email)}`];
}

function people(calendar: IcsCalendar, event: IcsEvent): JcalProperty[] {
  if (event.organizer === undefined) return [];
  const list = [person('organizer', event.organizer, {})];
  if (calendar.method === 'PUBLISH') return list;
  for (const attendee of event.attendees ?? []) {
    const partstat = (attendee.response ?? 'needs-action').toUpperCase();
    const rsvp = attendee.rsvp === undefined ? {} : { rsvp: attendee.rsvp ? 'TRUE' : 'FALSE' };
    list.push(person('attendee', attendee, { role: 'REQ-PARTICIPANT', partstat, ...rsvp }));
  }
  return list;
}

function vevent(zones: Zones, calendar: IcsCalendar, event: IcsEvent): JcalComponent {
  const properties: JcalProperty[] = [
    ['uid', {}, 'text', cleanLine(event.uid)],
    ['dtstamp', {}, 'date-time', utcText(event.stamp)],
    ...times(zones, event),
    ['summary', {}, 'text', cleanText(event.summary)],
    ['sequence', {}, 'integer', event.sequence],
    ['status', {}, 'text', event.status],
  ];
  const text = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') properties.push([name, {}, 'text', cleanText(value)]);
  };
  text('description', event.description);
  text('location', event.location);
  if (event.url !== undefined && event.url !== '') properties.push(['url', {}, 'uri', cleanUri(event.url)]);
  if (event.geo !== undefined) properties.push(['geo', {}, 'float', [event.geo.latitude, event.geo.longitude]]);
  const categories = (event.categories ?? []).map(cleanText).filter((one) => one !== '');
  if (categories.length > 0) properties.push(['categories', {}, 'text', ...categories]);
  return ['vevent', [...properties, ...people(calendar, event)], []];
}
