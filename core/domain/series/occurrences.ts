import { overlaps } from '../../kernel/sorted-ranges.ts';
import { addMinutes, range, type InstantRange } from '../time/instant.ts';
import type { WallTime } from '../time/wall-time.ts';
import type { Zones } from '../time/zones.ts';
import type { Claim } from '../work/appointment.ts';
import { compileRule } from './compile-rule.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { isStart, rangeOf, startsWithin } from './expand.ts';
import { parseRule } from './parse-rule.ts';
import type { OccurrenceException, Series, WallText } from './series.ts';
import { wallOf, wallText } from './wall-text.ts';

/** One happening of a series that is not an appointment (yet). */
export interface Occurrence {
  /** What names it within its series: its original local start. */
  readonly start: WallText;
  readonly range: InstantRange;
  readonly claims: readonly Claim[];
  /** Moved, resized or given to others. */
  readonly changed: boolean;
}

/** A series made ready for any number of windows. Local: never stored, never on a wire. */
export interface CompiledSeries {
  readonly series: Series;
  readonly rule: CompiledRule;
  readonly extra: readonly WallTime[];
  readonly exceptions: ReadonlyMap<WallText, OccurrenceException>;
}

/** Reads the rule once; `rule` is given where somebody has it compiled already. */
export function compileSeries(series: Series, rule: CompiledRule = compiledRuleOf(series)): CompiledSeries {
  return {
    series,
    rule,
    extra: series.extra.map(wallOf).toSorted((a, b) => a - b),
    exceptions: new Map(series.exceptions.map((exception) => [exception.start, exception])),
  };
}

/** The series' rule made ready. A rule that cannot be read is a defect: commands let none pass. */
export function compiledRuleOf(series: Series): CompiledRule {
  const rule = parseRule(series.rule);
  if (!rule.ok) throw new Error(`The rule of series ${series.id} ${rule.refusal}`);
  return compileRule(rule.value, wallOf(series.start));
}

/**
 * The occurrences whose time touches [from, to), by start; cancelled ones and those that became appointments left
 * out.
 */
export function occurrencesWithin(compiled: CompiledSeries, zones: Zones, within: InstantRange): readonly Occurrence[] {
  const { series, exceptions } = compiled;
  const found: Occurrence[] = [];
  for (const start of plainStarts(compiled, zones, range(addMinutes(within.from, -series.duration), within.to))) {
    if (exceptions.has(start.text)) continue;
    found.push({ start: start.text, range: rangeOf(start.at, series.duration), claims: series.claims, changed: false });
  }
  for (const exception of series.exceptions) {
    if (exception.change === 'moved') found.push(movedOccurrence(series, zones, exception));
  }
  return found
    .filter((occurrence) => overlaps(occurrence.range, within))
    .toSorted((a, b) => a.range.from - b.range.from || (a.start < b.start ? -1 : 1));
}

/**
 * The occurrence that the original start names; undefined when there is none, it is cancelled or has become an
 * appointment.
 */
export function occurrenceAt(compiled: CompiledSeries, zones: Zones, start: WallText): Occurrence | undefined {
  const { series, exceptions } = compiled;
  const exception = exceptions.get(start);
  if (exception?.change === 'moved') return movedOccurrence(series, zones, exception);
  if (exception !== undefined || !namesStart(compiled, zones, start)) return undefined;
  const at = zones.atWall(series.zone, wallOf(start));
  return { start, range: rangeOf(at, series.duration), claims: series.claims, changed: false };
}

/** True when the rule or a further start names it, whatever has become of it since. */
export function namesStart(compiled: CompiledSeries, zones: Zones, start: WallText): boolean {
  const wall = wallOf(start);
  return compiled.extra.includes(wall) || isStart(compiled.rule, zones, compiled.series.zone, wall);
}

function plainStarts(
  { series, rule, extra }: CompiledSeries,
  zones: Zones,
  within: InstantRange,
): readonly { readonly text: WallText; readonly at: InstantRange['from'] }[] {
  const starts = startsWithin(rule, zones, series.zone, within).map(({ wall, at }) => ({ text: wallText(wall), at }));
  if (extra.length === 0) return starts;
  const known = new Set(starts.map((start) => start.text));
  for (const wall of extra) {
    const at = zones.atWall(series.zone, wall);
    const text = wallText(wall);
    if (at >= within.from && at < within.to && !known.has(text)) starts.push({ text, at });
  }
  return starts;
}

function movedOccurrence(
  series: Series,
  zones: Zones,
  exception: Extract<OccurrenceException, { readonly change: 'moved' }>,
): Occurrence {
  const at = zones.atWall(series.zone, wallOf(exception.to));
  return {
    start: exception.start,
    range: rangeOf(at, exception.duration),
    claims: exception.claims ?? series.claims,
    changed: true,
  };
}
