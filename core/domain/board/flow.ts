import {
  addMinutes,
  instant,
  MINUTE,
  minutes,
  range,
  type Instant,
  type InstantRange,
  type Minutes,
} from '../time/instant.ts';

/** Nobody begins or leaves behind less than this of work that goes on another time. */
export const SHORTEST_PART: Minutes = minutes(15);

export interface FlowWanted {
  /** Nothing begins earlier. */
  readonly from: Instant;
  /** Minutes of work, buffers left out. */
  readonly duration: Minutes;
  /** When everybody and everything claimed can work, sorted and disjoint. */
  readonly working: readonly InstantRange[];
  /** Kept free in working time before the first part. */
  readonly before: Minutes;
  /** Kept free in working time after the last part. */
  readonly after: Minutes;
  readonly shortest?: Minutes;
}

/**
 * Lets work flow through working time, part by part, as early as it can. The minutes of the parts add up to the duration
 * exactly; no part is shorter than `shortest`, unless the whole work is. Null when the working time does not suffice.
 */
export function flow(wanted: FlowWanted): readonly InstantRange[] | null {
  const { from, working, before, after, shortest = SHORTEST_PART } = wanted;
  const parts: InstantRange[] = [];
  let rest: number = wanted.duration;
  for (const stretch of working) {
    const start = instant(Math.max(from, parts.length === 0 ? addMinutes(stretch.from, before) : stretch.from));
    const room = Math.floor((stretch.to - start) / MINUTE);
    if (rest + after <= room) {
      parts.push(range(start, addMinutes(start, rest)));
      return parts;
    }
    // What is left behind has to be worth coming back for.
    const taken = Math.min(room, rest - shortest);
    if (taken < shortest) continue;
    parts.push(range(start, addMinutes(start, taken)));
    rest -= taken;
  }
  return null;
}
