import { startOfDay, localDateOf } from '../domain/time/local-time.ts';
import { addDays, type LocalDate } from '../domain/time/local-date.ts';
import type { InstantRange } from '../domain/time/instant.ts';
import { openRanges, type DatedHours, type WeeklyHours } from '../domain/time/weekly-hours.ts';
import type { ZoneId, Zones } from '../domain/time/zones.ts';
import type { ClosedStretch, ShiftFacts } from '../domain/board/placement-context.ts';

/** Whole local days in a zone. */
export interface LocalDays {
  readonly zone: ZoneId;
  readonly date: LocalDate;
  readonly days: number;
}

/**
 * Hours expanded to instants, kept between questions. Answers are found again by the content of the hours, so a changed
 * row never meets an old answer, and people who work the same hours share one.
 */
export interface HoursCache {
  /** Open stretches that touch the days, each as long as it is: one that began the evening before is not cut. */
  open(days: LocalDays, hours: WeeklyHours, overrides: readonly DatedHours[]): readonly InstantRange[];
  /** The same as shifts, with their breaks. */
  shifts(
    days: LocalDays,
    hours: WeeklyHours,
    overrides: readonly DatedHours[],
    breaks: WeeklyHours,
  ): readonly ShiftFacts[];
}

/** Part of a range that lies inside another one; undefined when they do not touch. */
export function clip(range: InstantRange, to: InstantRange): InstantRange | undefined {
  const from = range.from > to.from ? range.from : to.from;
  const end = range.to < to.to ? range.to : to.to;
  return from < end ? { from, to: end } : undefined;
}

const KEPT = 4096;

/** `kept` is how many answers are held; the one unused longest goes first. */
export function createHoursCache(zones: Zones, kept = KEPT): HoursCache {
  const answers = new Map<string, readonly InstantRange[] | readonly ShiftFacts[]>();
  const remember = <T extends readonly InstantRange[]>(key: string, make: () => T): T => {
    const known = answers.get(key);
    if (known !== undefined) {
      answers.delete(key);
      answers.set(key, known);
      return known as T;
    }
    const made = make();
    answers.set(key, made);
    const oldest = answers.size > kept ? answers.keys().next().value : undefined;
    if (oldest !== undefined) answers.delete(oldest);
    return made;
  };

  const expand = (days: LocalDays, hours: WeeklyHours, overrides: readonly DatedHours[]): InstantRange[] => {
    const from = startOfDay(zones, days.zone, days.date);
    const to = startOfDay(zones, days.zone, addDays(days.date, days.days));
    const wide = openRanges(zones, days.zone, hours, overrides, addDays(days.date, -1), days.days + 2);
    return wide.filter((range) => range.from < to && from < range.to);
  };
  // Rows are read once and asked about often, so a list is written out once and then known by its number.
  const numbers = new Map<string, number>();
  const numberOf = new WeakMap<object, number>();
  const number = (list: WeeklyHours | readonly DatedHours[]): number => {
    const known = numberOf.get(list);
    if (known !== undefined) return known;
    const text = JSON.stringify(list);
    const mine = numbers.get(text) ?? numbers.size;
    numbers.set(text, mine);
    numberOf.set(list, mine);
    return mine;
  };
  const keyOf = (days: LocalDays, ...lists: readonly (WeeklyHours | readonly DatedHours[])[]): string =>
    `${days.zone}|${days.date}|${days.days}|${lists.map(number).join(' ')}`;

  const open: HoursCache['open'] = (days, hours, overrides) =>
    remember(keyOf(days, hours, overrides), () => expand(days, hours, overrides));

  return {
    open,
    shifts: (days, hours, overrides, breaks) =>
      remember(keyOf(days, hours, overrides, breaks), () => {
        const pauses = expand(days, breaks, []);
        return open(days, hours, overrides).map((range): ShiftFacts => {
          const closed = pauses.flatMap((pause): ClosedStretch[] => {
            const inside = clip(pause, range);
            return inside === undefined ? [] : [{ ...inside, why: 'break', name: '' }];
          });
          return { ...range, date: localDateOf(zones, days.zone, range.from), closed };
        });
      }),
  };
}
