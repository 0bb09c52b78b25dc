import { instant, type Minutes } from '../time/instant.ts';
import type { Weekday } from '../time/local-date.ts';
import { asWallTime, type WallTime } from '../time/wall-time.ts';
import type { Zones } from '../time/zones.ts';
import type { SeriesId } from '../work/appointment.ts';
import { DAY, modulo } from './civil-day.ts';
import { isStart } from './expand.ts';
import { wallsWithin } from './expand-walls.ts';
import { sorted } from './exceptions.ts';
import { compileSeries, namesStart, type CompiledSeries } from './occurrences.ts';
import { parseRule } from './parse-rule.ts';
import type { Recurrence, RuleDay, Until } from './recurrence.ts';
import type { OccurrenceException, Series, WallText } from './series.ts';
import { wallOf, wallText } from './wall-text.ts';
import { ruleText } from './write-rule.ts';

/** A new time or rule for every occurrence; what is left out stays. */
export interface SeriesChange {
  /** The new first start. */
  readonly start?: WallText;
  readonly duration?: Minutes;
  /** As parseRule takes it; its UNTIL is meant as it stands. Without it the rule moves along with the start. */
  readonly rule?: string;
}

/**
 * The whole series at another time or by another rule. The number of occurrences stays: an UNTIL moves along with the
 * start. Exceptions move along too: a skipped occurrence stays skipped, one that somebody put elsewhere stays where
 * it was put, and what a new rule no longer names is dropped. Null when the new start is no start of the rule: then a
 * rule has to be given as well.
 */
export function changeSeries(series: Series, zones: Zones, change: SeriesChange): Series | null {
  const start = change.start ?? series.start;
  const by = wallOf(start) - wallOf(series.start);
  const rule = change.rule ?? movedRule(series, zones, by);
  const after: Series = {
    ...series,
    start,
    duration: change.duration ?? series.duration,
    rule,
    extra: series.extra.map((wall) => shifted(wall, by)),
    exceptions: [],
  };
  const compiled = compileSeries(after);
  if (!isStart(compiled.rule, zones, after.zone, wallOf(start))) return null;
  return { ...after, exceptions: keptExceptions(series.exceptions, by, compiled, zones) };
}

/**
 * The series up to, not including, the occurrence: UNTIL in UTC takes the place of COUNT. Nothing left makes it
 * inactive.
 */
export function endBefore(series: Series, zones: Zones, occurrence: WallText): Series {
  const stop = wallOf(occurrence);
  const until: Until = { by: 'moment', at: instant(zones.atWall(series.zone, stop) - 1000) };
  const rule = ruleText({ ...ruleOf(series), count: null, until });
  const ended = {
    ...series,
    rule,
    extra: series.extra.filter((wall) => wallOf(wall) < stop),
    exceptions: series.exceptions.filter((one) => one.change === 'appointment' || wallOf(one.start) < stop),
  };
  const nothing = wallOf(series.start) >= stop && ended.extra.length === 0;
  return nothing ? { ...ended, active: false } : ended;
}

/** Both parts of a series split by "this and following". */
export interface SplitSeries {
  readonly before: Series;
  readonly after: Series;
}

/**
 * Splits the series at an occurrence that its rule names: the old one ends before it, a new one begins with it,
 * changed. COUNT is shared out, so that the total stays. Null as changeSeries says it.
 */
export function splitSeries(
  series: Series,
  zones: Zones,
  occurrence: WallText,
  to: SeriesChange & { readonly id: SeriesId },
): SplitSeries | null {
  const stop = wallOf(occurrence);
  const rule = ruleOf(series);
  const count = rule.count === null ? null : rule.count - countBefore(compileSeries(series), stop);
  const tail: Series = {
    ...series,
    id: to.id,
    start: occurrence,
    rule: ruleText({ ...rule, count }),
    extra: series.extra.filter((wall) => wallOf(wall) >= stop),
    // The occurrence itself is what the change is about, so an earlier change of it alone is over.
    exceptions: series.exceptions.filter((one) => wallOf(one.start) > stop || isAppointmentAt(one, occurrence)),
    splitFrom: series.id,
  };
  const after = changeSeries(tail, zones, to);
  if (after === null) return null;
  const before = endBefore(series, zones, occurrence);
  return { before: { ...before, exceptions: before.exceptions.filter((one) => wallOf(one.start) < stop) }, after };
}

function isAppointmentAt(exception: OccurrenceException, start: WallText): boolean {
  return exception.change === 'appointment' && exception.start === start;
}

/** How many starts the rule itself names before the wall time. */
export function countBefore({ rule }: CompiledSeries, stop: WallTime): number {
  let count = 0;
  for (const wall of wallsWithin(rule, rule.start, stop)) if (wall < stop) count += 1;
  return count;
}

function ruleOf(series: Series): Recurrence {
  const rule = parseRule(series.rule);
  if (!rule.ok) throw new Error(`The rule of series ${series.id} ${rule.refusal}`);
  return rule.value;
}

export function shifted(wall: WallText, by: number): WallText {
  return wallText(asWallTime(wallOf(wall) + by));
}

function movedRule(series: Series, zones: Zones, by: number): string {
  if (by === 0) return series.rule;
  const rule = ruleOf(series);
  const days = Math.floor((wallOf(series.start) + by) / DAY) - Math.floor(wallOf(series.start) / DAY);
  return ruleText({ ...movedDays(rule, days), until: movedUntil(series, zones, rule.until, by) });
}

/** Weekdays of a weekly rule move with its start, and its weeks with them, so that the same days stay together. */
function movedDays(rule: Recurrence, days: number): Recurrence {
  if (days === 0 || rule.frequency !== 'weekly') return rule;
  const moved = (weekday: Weekday): Weekday => (modulo(weekday - 1 + days, 7) + 1) as Weekday;
  const byDay = rule.byDay.map((day) => ({ ...day, weekday: moved(day.weekday) })).toSorted(byWeekday);
  const weeksMatter = rule.interval > 1 || rule.bySetPosition.length > 0;
  return { ...rule, byDay, weekStart: weeksMatter ? moved(rule.weekStart) : rule.weekStart };
}

function byWeekday(a: RuleDay, b: RuleDay): number {
  return a.weekday - b.weekday;
}

function movedUntil(series: Series, zones: Zones, until: Until | null, by: number): Until | null {
  if (until === null) return null;
  if (until.by === 'wall') return { by: 'wall', wall: asWallTime(until.wall + by), dateOnly: false };
  const wall = asWallTime(zones.wallAt(series.zone, until.at) + by);
  return { by: 'moment', at: zones.atWall(series.zone, wall) };
}

function keptExceptions(
  exceptions: readonly OccurrenceException[],
  by: number,
  compiled: CompiledSeries,
  zones: Zones,
): readonly OccurrenceException[] {
  const moved = exceptions.map((one) => {
    const start = shifted(one.start, by);
    // Only resized or given to others: its time was never its own.
    const alongside = one.change === 'moved' && one.to === one.start;
    return alongside ? { ...one, start, to: start } : { ...one, start };
  });
  return sorted(moved.filter((one) => one.change === 'appointment' || namesStart(compiled, zones, one.start)));
}
