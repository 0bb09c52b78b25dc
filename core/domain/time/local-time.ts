import { range, type Instant, type InstantRange } from './instant.ts';
import { addDays, type LocalDate, type MinuteOfDay } from './local-date.ts';
import { dateOfWall, minuteOfWall, secondOfWall, wallTime } from './wall-time.ts';
import type { ZoneId, Zones } from './zones.ts';

/** What a wall clock shows, to the second. */
export interface LocalTime {
  readonly date: LocalDate;
  readonly minute: MinuteOfDay;
  /** 0..59 */
  readonly second: number;
}

/** The instant of a wall time: by the offset before a gap (so it moves forward), the first one of an overlap. */
export function toInstant(zones: Zones, zone: ZoneId, date: LocalDate, minute: MinuteOfDay): Instant {
  return zones.atWall(zone, wallTime(date, minute));
}

export function toLocal(zones: Zones, zone: ZoneId, at: Instant): LocalTime {
  const wall = zones.wallAt(zone, at);
  return { date: dateOfWall(wall), minute: minuteOfWall(wall), second: secondOfWall(wall) };
}

export function localDateOf(zones: Zones, zone: ZoneId, at: Instant): LocalDate {
  return dateOfWall(zones.wallAt(zone, at));
}

/** The first instant of a local day; where midnight comes twice, the first one. */
export function startOfDay(zones: Zones, zone: ZoneId, date: LocalDate): Instant {
  return zones.notBeforeWall(zone, wallTime(date, 0));
}

/** The stretch a local day takes: 23 or 25 hours where the clocks change, none at all for a day the zone skipped. */
export function dayRange(zones: Zones, zone: ZoneId, date: LocalDate): InstantRange {
  return range(startOfDay(zones, zone, date), startOfDay(zones, zone, addDays(date, 1)));
}
