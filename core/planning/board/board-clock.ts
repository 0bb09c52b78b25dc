import type { PlacementContext } from '../../domain/board/placement-context.ts';
import { instant, MINUTE, type Instant, type Minutes } from '../../domain/time/instant.ts';

/** How the plan model counts time: whole minutes from an origin that lies on the grid of starts. */
export interface BoardClock {
  readonly origin: number;
  readonly step: Minutes;
}

export function clockOf(context: PlacementContext, step: Minutes): BoardClock {
  const width = step * MINUTE;
  return { origin: Math.floor(context.range.from / width) * width, step };
}

/** The last whole minute at or before an instant. */
export function floorMinute({ origin }: BoardClock, at: number): number {
  return Math.floor((at - origin) / MINUTE);
}

/** The first whole minute at or after an instant. */
export function ceilMinute({ origin }: BoardClock, at: number): number {
  return Math.ceil((at - origin) / MINUTE);
}

export function instantAt({ origin }: BoardClock, minute: number): Instant {
  return instant(origin + minute * MINUTE);
}
