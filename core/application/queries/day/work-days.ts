import type { ShiftFacts } from '../../../domain/board/placement-context.ts';
import { range, type Instant, type InstantRange } from '../../../domain/time/instant.ts';
import { addDays, type LocalDate } from '../../../domain/time/local-date.ts';
import { dayRange } from '../../../domain/time/local-time.ts';
import type { ZoneId, Zones } from '../../../domain/time/zones.ts';

/** The local days from `date` on, each as long as it is. A day the zone skipped is left out. */
export function localDays(
  zones: Zones,
  zone: ZoneId,
  date: LocalDate,
  days: number,
): readonly { readonly date: LocalDate; readonly range: InstantRange }[] {
  return Array.from({ length: days }, (_, index) => addDays(date, index))
    .map((day) => ({ date: day, range: dayRange(zones, zone, day) }))
    .filter((day) => day.range.from < day.range.to);
}

/**
 * The stretches at whose ends a technician is at home: local days, except that a shift over midnight belongs wholly to
 * the day it begins in, and that a second shift of a day begins at home again, as the booking rules have it. Sorted and
 * disjoint; `shifts` are sorted.
 */
export function workDays(days: readonly InstantRange[], shifts: readonly ShiftFacts[]): readonly InstantRange[] {
  const crossing = (at: Instant): Instant => shifts.find((shift) => shift.from < at && at < shift.to)?.to ?? at;
  return days.flatMap((day) => {
    const whole = range(crossing(day.from), crossing(day.to));
    if (whole.from >= whole.to) return [];
    const begin = shifts.map((shift) => shift.from).filter((from) => from >= whole.from && from < whole.to);
    const cuts = [whole.from, ...begin.slice(1), whole.to];
    return cuts.slice(1).map((to, index) => range(cuts[index] ?? whole.from, to));
  });
}
