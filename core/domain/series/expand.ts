import { addMinutes, type Instant, type InstantRange } from '../time/instant.ts';
import { asWallTime, type WallTime } from '../time/wall-time.ts';
import type { ZoneId, Zones } from '../time/zones.ts';
import { DAY } from './civil-day.ts';
import { HORIZON } from './compile-rule.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { wallsWithin } from './expand-walls.ts';

/** One start: what the wall clock was to show, and the moment that is. */
export interface SeriesStart {
  readonly wall: WallTime;
  readonly at: Instant;
}

/**
 * A wall time in a gap moves forward, at most by the day that a zone once skipped; UNTIL may lie in another zone's
 * day.
 */
const MARGIN = 2 * DAY;

/**
 * The rule's starts within [from, to). In clock-change hours: a wall time that the clocks skip is read by the offset
 * before the gap, so it moves forward and counts; one that comes twice is the first of the two (RFC 5545 3.3.5). The
 * policy for gaps is one of the two readings 3.3.10 allows: work that was promised does not vanish. UNTIL is
 * inclusive.
 */
export function startsWithin(
  compiled: CompiledRule,
  zones: Zones,
  zone: ZoneId,
  { from, to }: InstantRange,
): readonly SeriesStart[] {
  const first = asWallTime(zones.wallAt(zone, from) - MARGIN);
  const end = asWallTime(zones.wallAt(zone, to) + MARGIN);
  const starts: SeriesStart[] = [];
  for (const wall of wallsWithin(compiled, first, end)) {
    const at = zones.atWall(zone, wall);
    if (at >= from && at < to && isWithinUntil(compiled, wall, at)) starts.push({ wall, at });
  }
  return starts;
}

/** The first starts of the series, at most `count`, wherever they lie before the horizon. */
export function firstStarts(compiled: CompiledRule, zones: Zones, zone: ZoneId, count: number): readonly SeriesStart[] {
  const starts: SeriesStart[] = [];
  for (const wall of wallsWithin(compiled, compiled.start, stopOf(compiled))) {
    if (starts.length >= count) break;
    const at = zones.atWall(zone, wall);
    if (isWithinUntil(compiled, wall, at)) starts.push({ wall, at });
  }
  return starts;
}

/** True when the rule itself names the wall time as a start. */
export function isStart(compiled: CompiledRule, zones: Zones, zone: ZoneId, wall: WallTime): boolean {
  for (const found of wallsWithin(compiled, wall, asWallTime(wall + 1)))
    return isWithinUntil(compiled, found, zones.atWall(zone, found));
  return false;
}

/** The end of a rule, asked of one start. A date or a wall time without Z is read on the wall clock. */
export function isWithinUntil({ rule }: CompiledRule, wall: WallTime, at: Instant): boolean {
  if (rule.until === null) return true;
  return rule.until.by === 'moment' ? at <= rule.until.at : wall <= rule.until.wall;
}

/** A wall time that is surely after the last start. */
export function stopOf({ rule }: CompiledRule): WallTime {
  if (rule.until === null) return asWallTime(HORIZON + 1);
  const until = rule.until.by === 'moment' ? rule.until.at : rule.until.wall;
  return asWallTime(Math.min(HORIZON + 1, until + MARGIN));
}

/** [start, start + minutes): minutes that pass, whatever the clocks do meanwhile. */
export function rangeOf(at: Instant, duration: number): InstantRange {
  return { from: at, to: addMinutes(at, duration) };
}
