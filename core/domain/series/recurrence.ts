import type { Instant } from '../time/instant.ts';
import type { Weekday } from '../time/local-date.ts';
import type { WallTime } from '../time/wall-time.ts';

export type Frequency = 'daily' | 'weekly' | 'monthly' | 'yearly';

/** A rule of repetition as it is written (RFC 5545 3.3.10). Empty lists were not given. */
export interface Recurrence {
  readonly frequency: Frequency;
  /** Every so many periods, 1 or more. */
  readonly interval: number;
  readonly count: number | null;
  readonly until: Until | null;
  readonly byMonth: readonly number[];
  /** 1..53, or -53..-1 from the year's end. */
  readonly byWeekNumber: readonly number[];
  /** 1..366, or -366..-1 from the year's end. */
  readonly byYearDay: readonly number[];
  /** 1..31, or -31..-1 from the month's end. */
  readonly byMonthDay: readonly number[];
  readonly byDay: readonly RuleDay[];
  readonly byHour: readonly number[];
  readonly byMinute: readonly number[];
  readonly bySecond: readonly number[];
  /** Which of a whole period's starts count: 1 the first, -1 the last. */
  readonly bySetPosition: readonly number[];
  readonly weekStart: Weekday;
}

/** A weekday; the nth of its month or year where `ordinal` says so, from the end when negative. */
export interface RuleDay {
  readonly weekday: Weekday;
  readonly ordinal: number | null;
}

/** The end of a rule, inclusive. A moment is compared on the UTC line; a wall time by the clock on the wall. */
export type Until =
  | { readonly by: 'moment'; readonly at: Instant }
  /** `dateOnly`: it was written as a date, and means the whole of it. */
  | { readonly by: 'wall'; readonly wall: WallTime; readonly dateOnly: boolean };

/** Weekdays as iCalendar writes them; Monday is 1. */
export const WEEKDAY_NAMES: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
