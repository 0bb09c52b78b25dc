import { addDays, weekdayOf, type LocalDate } from '../time/local-date.ts';
import type { DatedHours, WeeklyHours } from '../time/weekly-hours.ts';
import type { Availability } from './schedule-rule.ts';

/** A weekly pattern with the dates that differ from it. */
export interface Hours {
  readonly hours: WeeklyHours;
  readonly overrides: readonly DatedHours[];
}

/**
 * The hours that count on the dates from `from` to `to`, both included, and the weekly pattern behind them. `rules` come in
 * their precedence: for each date the first that counts then gives its hours. A date for which `own` has hours of its own
 * keeps those, and where no rule counts `own` stays as it is.
 */
export function hoursUnder(own: Hours, rules: readonly Availability[], from: LocalDate, to: LocalDate): Hours {
  if (rules.length === 0) return own;
  const base = rules.find((rule) => rule.during === null);
  const hours = base?.hours ?? own.hours;
  const kept = new Set(own.overrides.map((one) => one.date));
  const overrides = [...own.overrides];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const rule = rules.find(({ during }) => during === null || (during.from <= date && date <= during.to));
    if (rule === undefined || rule === base || kept.has(date)) continue;
    const weekday = weekdayOf(date);
    const spans = rule.hours.filter((span) => span.weekday === weekday);
    overrides.push({ date, spans: spans.map((span) => ({ from: span.from, to: span.to })) });
  }
  return { hours, overrides };
}
