import type { Brand } from '../../kernel/brand.ts';

/** A moment: whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Brand<number, 'Instant'>;
/** A length of time in whole minutes. */
export type Minutes = Brand<number, 'Minutes'>;

/** Half-open stretch of time [from, to). */
export interface InstantRange {
  readonly from: Instant;
  readonly to: Instant;
}

export const MINUTE = 60_000;
/** The dates the product accepts: 1970-01-01 up to, not including, 2101-01-01, in UTC. */
export const EARLIEST = 0 as Instant;
export const LATEST = 4_133_980_800_000 as Instant;

/** Brands milliseconds that are known to be whole. */
export function instant(milliseconds: number): Instant {
  return milliseconds as Instant;
}

export function minutes(count: number): Minutes {
  return count as Minutes;
}

export function addMinutes(at: Instant, count: number): Instant {
  return (at + count * MINUTE) as Instant;
}

/** Whole minutes from `from` to `to`; negative when `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): Minutes {
  return Math.round((to - from) / MINUTE) as Minutes;
}

export function range(from: Instant, to: Instant): InstantRange {
  return { from, to };
}

export function durationOf(span: InstantRange): Minutes {
  return minutesBetween(span.from, span.to);
}
