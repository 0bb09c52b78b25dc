import type { ResourceId } from '../../../core/domain/resources/resource.ts';
import type { AppointmentId } from '../../../core/domain/work/appointment.ts';
import type { LaneData } from './lane-data.ts';

/** Where the keyboard is: a bar, or a lane that has none. `at` is the time one walks along when changing lanes. */
export interface Cursor {
  readonly laneId: ResourceId;
  readonly appointmentId: AppointmentId | null;
  readonly at: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/** Left and right go to the neighbour in the lane; up and down to the bar nearest in time of the next lane. */
export function walk(
  lanes: readonly LaneData[],
  cursor: Cursor | null,
  direction: Direction,
  now: number,
): Cursor | null {
  const start = lanes[0];
  if (cursor === null) return start === undefined ? null : nearest(start, now);
  const row = lanes.findIndex((one) => one.lane.id === cursor.laneId);
  const here = lanes[row];
  if (here === undefined) return start === undefined ? null : nearest(start, cursor.at);
  if (direction === 'up' || direction === 'down') {
    const next = lanes[row + (direction === 'up' ? -1 : 1)];
    return next === undefined ? cursor : nearest(next, cursor.at);
  }
  const index = here.bars.findIndex((bar) => bar.id === cursor.appointmentId);
  const last = here.bars.length - 1;
  const wanted = { left: Math.max(0, index - 1), right: Math.min(last, index + 1), first: 0, last }[direction];
  const bar = here.bars[wanted];
  return bar === undefined ? cursor : { laneId: cursor.laneId, appointmentId: bar.id, at: (bar.start + bar.end) / 2 };
}

/** The bar of a lane that lies nearest to a time; keeps `at`, so that walking down and up again comes back. */
export function nearest({ lane, bars }: LaneData, at: number): Cursor {
  let best: { readonly id: AppointmentId; readonly distance: number } | null = null;
  for (const bar of bars) {
    const distance = at < bar.start ? bar.start - at : at > bar.end ? at - bar.end : 0;
    if (best === null || distance < best.distance) best = { id: bar.id, distance };
  }
  return { laneId: lane.id, appointmentId: best?.id ?? null, at };
}
