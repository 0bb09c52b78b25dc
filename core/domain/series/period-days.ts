import { civilDate, dayNumber, daysInMonth, modulo, weekStartOf, weekdayOfDay, type DayNumber } from './civil-day.ts';
import type { CompiledRule } from './compiled-rule.ts';
import type { Recurrence } from './recurrence.ts';

/** The first day of the period with the number; 0 is the one that holds the start. */
export function firstDayOf({ rule, base }: CompiledRule, period: number): DayNumber {
  const unit = base + period * rule.interval * (rule.frequency === 'weekly' ? 7 : 1);
  switch (rule.frequency) {
    case 'daily':
    case 'weekly':
      return unit;
    case 'monthly':
      return dayNumber(Math.floor(unit / 12), modulo(unit, 12) + 1, 1);
    case 'yearly':
      return dayNumber(unit, 1, 1);
  }
}

/** The last period that does not begin after the day: the one that holds it, or the one before a pause of INTERVAL. */
export function periodAt({ rule, base }: CompiledRule, day: DayNumber): number {
  return Math.floor((unitOf(rule, day) - base) / (rule.interval * (rule.frequency === 'weekly' ? 7 : 1)));
}

/** The day's place on the line that periods are counted on. */
export function unitOf(rule: Recurrence, day: DayNumber): number {
  if (rule.frequency === 'daily') return day;
  if (rule.frequency === 'weekly') return weekStartOf(day, rule.weekStart);
  const { year, month } = civilDate(day);
  return rule.frequency === 'monthly' ? year * 12 + month - 1 : year;
}

/** The days of one period that the rule names, ascending, before BYSETPOS. */
export function daysOfPeriod(compiled: CompiledRule, period: number): readonly DayNumber[] {
  const { rule } = compiled;
  const first = firstDayOf(compiled, period);
  switch (rule.frequency) {
    case 'daily':
      return isDailyDay(rule, first) ? [first] : [];
    case 'weekly':
      return weekDays(rule, first);
    case 'monthly': {
      const { year, month } = civilDate(first);
      return monthDays(rule, year, month, null);
    }
    case 'yearly':
      return yearDays(rule, civilDate(first).year);
  }
}

function isDailyDay(rule: Recurrence, day: DayNumber): boolean {
  if (!hasWeekday(rule, day)) return false;
  if (rule.byMonth.length === 0 && rule.byMonthDay.length === 0) return true;
  const { year, month, day: dayOfMonth } = civilDate(day);
  return fits(rule.byMonth, month) && fitsFromEnd(rule.byMonthDay, dayOfMonth, daysInMonth(year, month));
}

function weekDays(rule: Recurrence, first: DayNumber): readonly DayNumber[] {
  const days = rule.byDay.map(({ weekday }) => first + modulo(weekday - rule.weekStart, 7)).toSorted((a, b) => a - b);
  return rule.byMonth.length === 0 ? days : days.filter((day) => fits(rule.byMonth, civilDate(day).month));
}

/** `ordinals` tells BYDAY's numbers within something longer than the month; null counts them within it. */
function monthDays(
  rule: Recurrence,
  year: number,
  month: number,
  ordinals: { readonly first: DayNumber; readonly length: number } | null,
): readonly DayNumber[] {
  if (!fits(rule.byMonth, month)) return [];
  const first = dayNumber(year, month, 1);
  const length = daysInMonth(year, month);
  const days: DayNumber[] = [];
  for (let index = 0; index < length; index += 1) {
    const day = first + index;
    if (!fitsFromEnd(rule.byMonthDay, index + 1, length)) continue;
    if (rule.byDay.length > 0 && !isNamedDay(rule, day, ordinals ?? { first, length })) continue;
    days.push(day);
  }
  return days;
}

/** BYDAY's numbers count within the month when months are named, else within the year. */
function yearDays(rule: Recurrence, year: number): readonly DayNumber[] {
  const first = dayNumber(year, 1, 1);
  const length = dayNumber(year + 1, 1, 1) - first;
  const ordinals = rule.byMonth.length > 0 ? null : { first, length };
  const months = rule.byMonth.length > 0 ? rule.byMonth : MONTHS;
  const days = months.flatMap((month) => monthDays(rule, year, month, ordinals));
  if (rule.byYearDay.length === 0 && rule.byWeekNumber.length === 0) return days;
  return days.filter((day) => fitsFromEnd(rule.byYearDay, day - first + 1, length) && isInNamedWeek(rule, day, year));
}

const MONTHS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

function isNamedDay(
  rule: Recurrence,
  day: DayNumber,
  within: { readonly first: DayNumber; readonly length: number },
): boolean {
  const weekday = weekdayOfDay(day);
  const index = day - within.first;
  return rule.byDay.some((named) => {
    if (named.weekday !== weekday) return false;
    if (named.ordinal === null) return true;
    const nth = named.ordinal > 0 ? Math.floor(index / 7) + 1 : -Math.floor((within.length - 1 - index) / 7) - 1;
    return nth === named.ordinal;
  });
}

/** Week 1 is the first with four days in its year (RFC 5545, BYWEEKNO). */
function isInNamedWeek(rule: Recurrence, day: DayNumber, year: number): boolean {
  if (rule.byWeekNumber.length === 0) return true;
  const weekOne = (of: number): DayNumber => weekStartOf(dayNumber(of, 1, 4), rule.weekStart);
  const weekYear = day < weekOne(year) ? year - 1 : day >= weekOne(year + 1) ? year + 1 : year;
  const first = weekOne(weekYear);
  const weeks = (weekOne(weekYear + 1) - first) / 7;
  return fitsFromEnd(rule.byWeekNumber, Math.floor((day - first) / 7) + 1, weeks);
}

function hasWeekday(rule: Recurrence, day: DayNumber): boolean {
  return rule.byDay.length === 0 || rule.byDay.some((named) => named.weekday === weekdayOfDay(day));
}

/** Nothing named is everything. */
function fits(named: readonly number[], value: number): boolean {
  return named.length === 0 || named.includes(value);
}

/** The same where -1 names the last of `length`. */
function fitsFromEnd(named: readonly number[], value: number, length: number): boolean {
  return named.length === 0 || named.includes(value) || named.includes(value - length - 1);
}
