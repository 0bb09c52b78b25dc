import { LATEST } from '../time/instant.ts';
import { asWallTime, type WallTime } from '../time/wall-time.ts';
import { DAY, civilDate, weekdayOfDay } from './civil-day.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { wallsOfPeriod, wallsWithin } from './expand-walls.ts';
import { unitOf } from './period-days.ts';
import type { Recurrence } from './recurrence.ts';

/** The engine looks no further than the years the product knows. */
export const HORIZON: WallTime = asWallTime(LATEST - 1);

/**
 * Makes a rule ready for expansion from its first start. What the rule leaves unsaid comes from the start: its time,
 * its weekday or day of the month, its month. Bounded whatever the rule says: COUNT is resolved to its last start
 * once, by arithmetic where every period has the same starts, else by counting up to the horizon.
 */
export function compileRule(rule: Recurrence, start: WallTime): CompiledRule {
  const full = withDefaults(rule, start);
  const day = Math.floor(start / DAY);
  const endless: CompiledRule = {
    rule: full,
    start,
    times: timesOf(full, start),
    base: unitOf(full, day),
    last: HORIZON,
  };
  return full.count === null ? endless : { ...endless, last: lastOf(endless, full.count) };
}

function withDefaults(rule: Recurrence, start: WallTime): Recurrence {
  const number = Math.floor(start / DAY);
  const { month, day } = civilDate(number);
  const weekday = { weekday: weekdayOfDay(number), ordinal: null };
  const dayless = rule.byDay.length + rule.byMonthDay.length + rule.byYearDay.length === 0;
  if (!dayless || rule.frequency === 'daily') return rule;
  if (rule.frequency === 'weekly' || rule.byWeekNumber.length > 0) return { ...rule, byDay: [weekday] };
  if (rule.frequency === 'monthly') return { ...rule, byMonthDay: [day] };
  return { ...rule, byMonthDay: [day], byMonth: rule.byMonth.length > 0 ? rule.byMonth : [month] };
}

function timesOf(rule: Recurrence, start: WallTime): readonly number[] {
  const seconds = Math.floor((start - Math.floor(start / DAY) * DAY) / 1000);
  const or = (given: readonly number[], own: number): readonly number[] => (given.length > 0 ? given : [own]);
  const times: number[] = [];
  for (const hour of or(rule.byHour, Math.floor(seconds / 3600)))
    for (const minute of or(rule.byMinute, Math.floor(seconds / 60) % 60))
      for (const second of or(rule.bySecond, seconds % 60)) times.push(((hour * 60 + minute) * 60 + second) * 1000);
  return times.toSorted((a, b) => a - b);
}

/** Every period has the same number of starts: nothing depends on the month or, in a daily rule, on the weekday. */
function isEven({ frequency, byMonth, byMonthDay, byDay }: Recurrence): boolean {
  if (byMonth.length > 0 || byMonthDay.length > 0) return false;
  return frequency === 'weekly' || (frequency === 'daily' && byDay.length === 0);
}

/** The start with which COUNT is reached; a moment before the first when there is none. */
function lastOf(endless: CompiledRule, count: number): WallTime {
  const { start } = endless;
  if (isEven(endless.rule)) return lastOfEven(endless, count);
  let left = count;
  let last = asWallTime(start - 1);
  for (const wall of wallsWithin(endless, start, asWallTime(HORIZON + 1))) {
    last = wall;
    left -= 1;
    if (left === 0) break;
  }
  return last;
}

function lastOfEven(endless: CompiledRule, count: number): WallTime {
  const { start } = endless;
  const opening = wallsOfPeriod(endless, 0).filter((wall) => wall >= start);
  const each = wallsOfPeriod(endless, 1).length;
  if (each === 0) return asWallTime(start - 1);
  const rest = count - opening.length;
  if (rest <= 0) return opening[count - 1] ?? asWallTime(start - 1);
  const period = Math.ceil(rest / each);
  const last = wallsOfPeriod(endless, period)[(rest - 1) % each] ?? HORIZON;
  return asWallTime(Math.min(last, HORIZON));
}
