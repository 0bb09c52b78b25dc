import { union, type Span } from '../../kernel/sorted-ranges.ts';
import { lowerBound } from './busy-list.ts';

/** Sorted, disjoint stretches with the time they cover summed up, so that any part of it is two look-ups. */
export interface Stretches {
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Covered milliseconds before the stretch of the same position. */
  readonly before: Float64Array;
}

/** Overlapping and touching stretches become one. */
export function stretchesOf(spans: readonly Span[]): Stretches {
  const merged = union(spans);
  const before = new Float64Array(merged.length);
  let sum = 0;
  merged.forEach((span, index) => {
    before[index] = sum;
    sum += span.to - span.from;
  });
  return {
    from: Float64Array.from(merged, (span) => span.from),
    to: Float64Array.from(merged, (span) => span.to),
    before,
  };
}

/** The stretch that has `at` inside or ends before it: the last one that begins at or before `at`; -1 when none. */
function lastFrom(stretches: Stretches, at: number): number {
  const index = lowerBound(stretches.from, at);
  return stretches.from[index] === at ? index : index - 1;
}

export function touches(stretches: Stretches, from: number, to: number): boolean {
  const index = lowerBound(stretches.from, to) - 1;
  return index >= 0 && (stretches.to[index] ?? 0) > from;
}

/** True when one stretch holds all of [from, to). */
export function holds(stretches: Stretches, from: number, to: number): boolean {
  const index = lastFrom(stretches, from);
  return index >= 0 && (stretches.to[index] ?? 0) >= to;
}

function coveredBefore(stretches: Stretches, at: number): number {
  const index = lastFrom(stretches, at);
  if (index < 0) return 0;
  const from = stretches.from[index] ?? 0;
  return (stretches.before[index] ?? 0) + Math.min(at, stretches.to[index] ?? 0) - from;
}

/**
 * Milliseconds of [from, to) outside the stretches; when `to` is earlier, the negative distance, as in the planning
 * schema's hard rule 3.
 */
export function openBetween(stretches: Stretches, from: number, to: number): number {
  if (to <= from) return to - from;
  return to - from - (coveredBefore(stretches, to) - coveredBefore(stretches, from));
}
