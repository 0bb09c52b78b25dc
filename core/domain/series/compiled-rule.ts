import type { WallTime } from '../time/wall-time.ts';
import type { Recurrence } from './recurrence.ts';

/** A rule made ready for expansion from one first start; plain data, good for any number of windows. */
export interface CompiledRule {
  /** With what the first start says filled in where the rule is silent: its weekday, its day, its month. */
  readonly rule: Recurrence;
  readonly start: WallTime;
  /** The rule's times of day in milliseconds after midnight, ascending. */
  readonly times: readonly number[];
  /** The period that holds the start: a day, a week's first day, a month (year x 12 + month - 1) or a year. */
  readonly base: number;
  /** No start lies after it: where COUNT ends, else the engine's horizon. */
  readonly last: WallTime;
}
