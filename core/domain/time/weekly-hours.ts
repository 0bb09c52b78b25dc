import { union } from '../../kernel/sorted-ranges.ts';
import { range, type Instant, type InstantRange } from './instant.ts';
import { addDays, weekdayOf, type LocalDate, type Weekday } from './local-date.ts';
import { dayRange, startOfDay } from './local-time.ts';
import { wallTime } from './wall-time.ts';
import type { ZoneId, Zones } from './zones.ts';

/**
 * Open hours of one day in minutes after its midnight. `from` 0..1439; `to` up to 2880.
 * A `to` not after `from`, or beyond 1440, lies in the next day: 22:00 to 06:00 is 1320 to 360, or 1320 to 1800.
 * 0 to 0 is therefore the whole day; a closed day has no span.
 */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

export interface WeeklySpan extends DaySpan {
  readonly weekday: Weekday;
}

/** The hours of every week, in any order; a weekday may have several spans or none. */
export type WeeklyHours = readonly WeeklySpan[];

/** Takes the place of one date's weekly hours, the part after midnight included; no spans = closed. */
export interface DatedHours {
  readonly date: LocalDate;
  readonly spans: readonly DaySpan[];
}

/** True when both ends are whole minutes within the limits told at DaySpan. */
export function isDaySpan(span: DaySpan): boolean {
  const whole = Number.isInteger(span.from) && Number.isInteger(span.to);
  return whole && span.from >= 0 && span.from < 1440 && span.to >= 0 && span.to <= 2880;
}

function spansOf(hours: WeeklyHours, overrides: readonly DatedHours[], date: LocalDate): readonly DaySpan[] {
  const dated = overrides.filter((one) => one.date === date);
  if (dated.length > 0) return dated.flatMap((one) => one.spans);
  const weekday = weekdayOf(date);
  return hours.filter((one) => one.weekday === weekday);
}

/**
 * The open stretches of `days` local days beginning with `from`, sorted and merged, cut to those days.
 * What the evening before leaves open after midnight is included. Wall times follow the policy of `toInstant`.
 */
export function openRanges(
  zones: Zones,
  zone: ZoneId,
  hours: WeeklyHours,
  overrides: readonly DatedHours[],
  from: LocalDate,
  days: number,
): InstantRange[] {
  const first = startOfDay(zones, zone, from);
  const end = startOfDay(zones, zone, addDays(from, days));
  const open: InstantRange[] = [];
  for (let day = -1; day < days; day += 1) {
    const date = addDays(from, day);
    const whole = dayRange(zones, zone, date);
    if (whole.from === whole.to) continue; // a day the zone skipped has no hours
    for (const span of spansOf(hours, overrides, date)) {
      const until = span.to > span.from ? span.to : span.to + 1440;
      const begin = zones.atWall(zone, wallTime(date, span.from));
      const close = zones.atWall(zone, wallTime(date, until));
      open.push(range(Math.max(begin, first) as Instant, Math.min(close, end) as Instant));
    }
  }
  return union(open).map((span) => range(span.from as Instant, span.to as Instant));
}
