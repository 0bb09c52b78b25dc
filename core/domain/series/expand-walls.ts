import { asWallTime, type WallTime } from '../time/wall-time.ts';
import { DAY } from './civil-day.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { daysOfPeriod, firstDayOf, periodAt } from './period-days.ts';

/** All starts of one whole period, ascending, BYSETPOS applied; also those before the series begins. */
export function wallsOfPeriod(compiled: CompiledRule, period: number): readonly WallTime[] {
  const { rule, times } = compiled;
  const walls: WallTime[] = [];
  for (const day of daysOfPeriod(compiled, period)) for (const time of times) walls.push(asWallTime(day * DAY + time));
  if (rule.bySetPosition.length === 0) return walls;
  const { length } = walls;
  return walls.filter(
    (_, index) => rule.bySetPosition.includes(index + 1) || rule.bySetPosition.includes(index - length),
  );
}

/**
 * The rule's starts within [from, to) as the clock on the wall shows them, ascending; UNTIL is not asked, COUNT is.
 * Only the periods that touch the window are looked at, whenever the series began.
 */
export function* wallsWithin(compiled: CompiledRule, from: WallTime, to: WallTime): Generator<WallTime> {
  const begin = Math.max(from, compiled.start);
  const end = Math.min(to, compiled.last + 1);
  if (begin >= end) return;
  const first = Math.max(0, periodAt(compiled, Math.floor(begin / DAY)));
  for (let period = first; firstDayOf(compiled, period) * DAY < end; period += 1) {
    for (const wall of wallsOfPeriod(compiled, period)) {
      if (wall >= end) return;
      if (wall >= begin) yield wall;
    }
  }
}
