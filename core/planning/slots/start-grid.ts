import type { PlacementContext } from '../../domain/board/placement-context.ts';
import { instant, MINUTE, type Instant, type InstantRange } from '../../domain/time/instant.ts';

/** All starts there are to look at, by number. */
export interface StartGrid {
  readonly first: number;
  readonly step: number;
  readonly count: number;
  /** Which half of which day each start lies in; noon is the location's wall clock's. */
  readonly halfDay: Int32Array;
}

/** From now, or the beginning of the range, rounded up to the grid, to before its end. `step` in minutes. */
export function startGridOf(context: PlacementContext, step: number, within: InstantRange | null): StartGrid {
  const width = step * MINUTE;
  const from = Math.max(context.now, context.range.from, within?.from ?? 0);
  const to = Math.min(context.range.to, within?.to ?? Infinity);
  const first = Math.ceil(from / width) * width;
  const count = Math.max(0, Math.ceil((to - first) / width));
  const halfDay = new Int32Array(count).fill(-1);
  for (const [number, day] of context.days.entries()) {
    const end = Math.min(count, Math.ceil((day.to - first) / width));
    for (let index = Math.max(0, Math.ceil((day.from - first) / width)); index < end; index += 1) {
      halfDay[index] = 2 * number + (first + index * width < day.noon ? 0 : 1);
    }
  }
  return { first, step: width, count, halfDay };
}

export function startAt(grid: StartGrid, index: number): Instant {
  return instant(grid.first + index * grid.step);
}

/** The first grid number at or after an instant, at least 0. */
export function gridCeil(grid: StartGrid, at: number): number {
  return Math.max(0, Math.ceil((at - grid.first) / grid.step));
}

/** The last grid number at or before an instant, at most the last; -1 when none. */
export function gridFloor(grid: StartGrid, at: number): number {
  return Math.min(grid.count - 1, Math.floor((at - grid.first) / grid.step));
}
