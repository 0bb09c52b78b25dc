import { overlaps } from '../../kernel/sorted-ranges.ts';
import type { BusyIndex } from '../../domain/board/busy-index.ts';
import type { JudgedReason, RuleName } from '../../domain/rules/reason.ts';
import type { Occurrence } from '../../domain/series/occurrences.ts';
import type { Series } from '../../domain/series/series.ts';
import { MINUTE, addMinutes, durationOf, instant, range, type InstantRange } from '../../domain/time/instant.ts';
import { addDays, type LocalDate } from '../../domain/time/local-date.ts';
import { dayRange, localDateOf } from '../../domain/time/local-time.ts';
import type { Scene } from '../use-case.ts';
import { judgeOccurrence } from './judge-occurrence.ts';
import { needsOfOccurrence, type SeriesNeeds } from './occurrence-needs.ts';

/** How many days after its own a better day is looked for. */
export const SHIFT_DAYS = 7;
const STEP = 15;

/** What no other time mends. */
const TIMELESS: readonly RuleName[] = ['skills', 'forbidden-technician', 'bay-capable', 'duration-range'];

export interface ShiftScene {
  readonly scene: Scene;
  readonly series: Series;
  readonly needs: SeriesNeeds;
  /** Covers a week after the occurrence. */
  readonly facts: BusyIndex;
  /** The other occurrences, which must not be met. */
  readonly all: readonly Occurrence[];
}

/**
 * The nearest clear time on the same local day, else nearest to the same time of the next day that has one; null
 * without.
 */
export function proposeShift(
  at: ShiftScene,
  occurrence: Occurrence,
  reasons: readonly JudgedReason[],
): InstantRange | null {
  if (reasons.some(({ reason }) => TIMELESS.includes(reason.rule))) return null;
  const { zones } = at.scene.surroundings;
  const { zone } = at.facts.context;
  const own = localDateOf(zones, zone, occurrence.range.from);
  const fromMidnight = occurrence.range.from - dayRange(zones, zone, own).from;
  for (let days = 0; days <= SHIFT_DAYS; days += 1) {
    const found = nearestOn(at, occurrence, addDays(own, days), fromMidnight);
    if (found !== null) return found;
  }
  return null;
}

function nearestOn(at: ShiftScene, occurrence: Occurrence, date: LocalDate, fromMidnight: number): InstantRange | null {
  const { scene, facts } = at;
  const day = dayRange(scene.surroundings.zones, facts.context.zone, date);
  const wanted = day.from + fromMidnight;
  const starts: number[] = [];
  for (let start: number = day.from; start < day.to; start += STEP * MINUTE) if (start >= scene.now) starts.push(start);
  starts.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b);
  for (const start of starts) {
    const time = range(instant(start), addMinutes(instant(start), durationOf(occurrence.range)));
    if (isClear(at, occurrence, time)) return time;
  }
  return null;
}

function isClear(
  { scene, series, needs, facts, all }: ShiftScene,
  occurrence: Occurrence,
  time: InstantRange,
): boolean {
  const wide = range(
    addMinutes(time.from, -series.before - series.after),
    addMinutes(time.to, series.before + series.after),
  );
  if (all.some((other) => other.start !== occurrence.start && overlaps(other.range, wide))) return false;
  const asks = needsOfOccurrence(scene, needs, series, occurrence.start, durationOf(time));
  return judgeOccurrence(occurrence.claims, asks, facts, time).level === 'clear';
}
