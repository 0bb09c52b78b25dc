import { EARLIEST, instant, range, type InstantRange } from '../../domain/time/instant.ts';
import { asWallTime } from '../../domain/time/wall-time.ts';
import type { YearlyDay, YearlyRule, ZoneType } from '../../domain/time/zone-record.ts';
import type { ZoneChange, ZoneId, Zones } from '../../domain/time/zones.ts';
import { wallText, type JcalComponent, type JcalProperty } from './jcal.ts';

const DAY = 86_400_000;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** `+01:00`; seconds only where a zone had them. */
function offsetText(offset: number): string {
  const seconds = Math.abs(offset) / 1000;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const rest = seconds % 60 === 0 ? '' : `:${two(seconds % 60)}`;
  return `${offset < 0 ? '-' : '+'}${two(seconds / 3600)}:${two((seconds % 3600) / 60)}${rest}`;
}

/** The wall time at which a change happens, by the offset before it (RFC 5545 3.6.5). */
function onset(change: ZoneChange): string {
  return wallText(asWallTime(change.at + change.before.offset));
}

function observance(before: ZoneType, after: ZoneType, start: string, pattern?: JcalProperty): JcalComponent {
  // Where winter is the exception by law (Ireland), the later clock is still what people call summer time.
  const summer = before.daylight !== after.daylight && after.offset > before.offset;
  const properties: JcalProperty[] = [
    ['dtstart', {}, 'date-time', start],
    ['tzoffsetfrom', {}, 'utc-offset', offsetText(before.offset)],
    ['tzoffsetto', {}, 'utc-offset', offsetText(after.offset)],
    ['tzname', {}, 'text', after.abbreviation],
    ...(pattern === undefined ? [] : [pattern]),
  ];
  return [summer ? 'daylight' : 'standard', properties, []];
}

/** A yearly day whose time lies within that very day can be said as BYDAY; others cannot. */
function yearlyPattern(day: YearlyDay): JcalProperty | undefined {
  if (day.time < 0 || day.time >= 86_400) return undefined;
  const nth = day.week === 5 ? -1 : day.week;
  const byday = `${nth}${WEEKDAYS[day.weekday] ?? 'SU'}`;
  return ['rrule', {}, 'recur', { freq: 'YEARLY', bymonth: day.month, byday }];
}

const sameType = (a: ZoneType, b: ZoneType): boolean =>
  a.offset === b.offset && a.daylight === b.daylight && a.abbreviation === b.abbreviation;

/** The two endless observances of the zone's yearly rule; undefined when it cannot be said so. */
function ruled(zones: Zones, zone: ZoneId, rule: YearlyRule): JcalComponent[] | undefined {
  const begin = yearlyPattern(rule.begin);
  const end = yearlyPattern(rule.end);
  if (begin === undefined || end === undefined) return undefined;
  // Within 400 days of any moment both changes of a yearly pair happen. They begin where the rule does, not with the span:
  // clients keep a block by its TZID and use it for events of other files.
  const next = zones.changes(zone, range(instant(rule.since), instant(rule.since + 400 * DAY)));
  return [rule.daylight, rule.standard].flatMap((after) => {
    const change = next.find((one) => sameType(one.after, after));
    if (change === undefined) return [];
    return [observance(change.before, after, onset(change), after === rule.daylight ? begin : end)];
  });
}

/**
 * VTIMEZONE of a zone, right for every instant of `span` (both ends included) and, where the zone's present rule can be
 * written as a yearly RRULE, for all time after it. Changes before the rule, and rules whose change falls into
 * another day than the one they name (Cairo, Gaza, Nuuk), are written one by one: a list in RDATE would be shorter, but
 * some clients then forget the DTSTART beside it (ical.js, and so Thunderbird).
 */
export function vtimezone(zones: Zones, zone: ZoneId, span: InstantRange): JcalComponent {
  const changes = zones.changes(zone, range(instant(EARLIEST - 2 * DAY), instant(span.to + 1)));
  const first = changes.findLastIndex((change) => change.at <= span.from);
  const needed = first < 0 ? changes : changes.slice(first);
  const rule = zones.yearlyRule(zone);
  const since = rule?.since ?? Number.POSITIVE_INFINITY;
  const endless = rule !== undefined && since <= span.to ? ruled(zones, zone, rule) : undefined;
  const single = endless === undefined ? needed : needed.filter((change) => change.at < since);
  const observances = [...single.map((one) => observance(one.before, one.after, onset(one))), ...(endless ?? [])];
  if (first < 0) {
    const type = zones.typeAt(zone, span.from);
    observances.unshift(observance(type, type, '1970-01-01T00:00:00'));
  }
  return ['vtimezone', [['tzid', {}, 'text', zone]], observances];
}
