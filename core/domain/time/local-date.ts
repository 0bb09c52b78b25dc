import type { Brand } from '../../kernel/brand.ts';

/** A calendar day without a zone, `YYYY-MM-DD`. */
export type LocalDate = Brand<string, 'LocalDate'>;
/** A wall time within a day, minutes after midnight, 0..1440. */
export type MinuteOfDay = Brand<number, 'MinuteOfDay'>;
/** ISO 8601 weekday: Monday 1 to Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY = 86_400_000;

/** Days since 1970-01-01, or undefined when the text names no real day. */
function dayNumber(text: string): number | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const at = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(at).toISOString().startsWith(text) ? at / DAY : undefined;
}

/** True for a real calendar day between 1970 and 2100. */
export function isLocalDate(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return dayNumber(text) !== undefined && year >= 1970 && year <= 2100;
}

/** Brands a text whose form was checked at the boundary. */
export function localDate(text: string): LocalDate {
  return text as LocalDate;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  const at = ((dayNumber(date) ?? 0) + days) * DAY;
  return new Date(at).toISOString().slice(0, 10) as LocalDate;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0);
}

export function weekdayOf(date: LocalDate): Weekday {
  const sundayZero = new Date((dayNumber(date) ?? 0) * DAY).getUTCDay();
  return (sundayZero === 0 ? 7 : sundayZero) as Weekday;
}
