import type { Weekday } from '../time/local-date.ts';
import type { WeeklyHours } from '../time/weekly-hours.ts';

/** Working days and the same hours on each of them, in minutes after midnight; the mission's one call for availability. */
export interface Availability {
  readonly from: number;
  readonly to: number;
  readonly weekdays: readonly Weekday[];
}

/** 9 to 17, Monday to Friday: what counts where nobody says otherwise. */
export const DEFAULT_AVAILABILITY: Availability = { from: 9 * 60, to: 17 * 60, weekdays: [1, 2, 3, 4, 5] };

/** The weekly pattern of it, each weekday once and in order. */
export function weeklyHoursOf({ from, to, weekdays }: Availability): WeeklyHours {
  return [...new Set(weekdays)].toSorted((a, b) => a - b).map((weekday) => ({ weekday, from, to }));
}
