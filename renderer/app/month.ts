import { addDays, localDate, weekdayOf, type LocalDate } from '../../core/domain/time/local-date.ts';

export function firstOfMonth(date: LocalDate): LocalDate {
  return localDate(`${date.slice(0, 8)}01`);
}

/** Six weeks from Monday on that hold the whole month, so that the picker never changes its height. */
export function monthWeeks(first: LocalDate): readonly (readonly LocalDate[])[] {
  const monday = addDays(first, 1 - weekdayOf(first));
  return [0, 1, 2, 3, 4, 5].map((week) => [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(monday, week * 7 + day)));
}

export function nextMonth(date: LocalDate): LocalDate {
  return firstOfMonth(addDays(firstOfMonth(date), 31));
}

export function previousMonth(date: LocalDate): LocalDate {
  return firstOfMonth(addDays(firstOfMonth(date), -1));
}
