import type { BoardAppointment, BoardView, LaneView } from '../../../core/contract/views/board-view.ts';
import type { ResourceId } from '../../../core/domain/resources/resource.ts';
import type { AppointmentId } from '../../../core/domain/work/appointment.ts';
import type { PendingChange } from '../../state/pending.ts';
import { same } from './same.ts';
import { stack, type Strip } from './stacking.ts';

/** One lane ready to draw. Untouched lanes keep their identity over changes, so their drawing is not done again. */
export interface LaneData {
  readonly lane: LaneView;
  /** Sorted by start. */
  readonly bars: readonly BoardAppointment[];
  /** By index in `bars`. */
  readonly strips: readonly Strip[];
  /** Longest bar in milliseconds: how far before a stretch one has to look for bars that reach into it. */
  readonly longest: number;
}

export interface BoardData {
  readonly view: BoardView;
  readonly lanes: readonly LaneData[];
  readonly byLane: ReadonlyMap<ResourceId, LaneData>;
  readonly byId: ReadonlyMap<AppointmentId, BoardAppointment>;
}

/** Sorts the board's answer into lanes, with dropped bars where they were dropped, keeping all that is as it was before. */
export function boardData(
  view: BoardView,
  changes: ReadonlyMap<AppointmentId, PendingChange>,
  previous: BoardData | null,
): BoardData {
  const byId = new Map<AppointmentId, BoardAppointment>();
  const bars = new Map<ResourceId, BoardAppointment[]>(view.lanes.map((lane) => [lane.id, []]));
  const put = (fresh: BoardAppointment): void => {
    const before = previous?.byId.get(fresh.id);
    const one = before !== undefined && same(before, fresh) ? before : fresh;
    byId.set(one.id, one);
    for (const claim of one.claims) bars.get(claim.resourceId)?.push(one);
  };
  for (const one of view.appointments) if (!changes.has(one.id)) put(one);
  for (const { appointment } of changes.values()) put(appointment);
  const lanes = view.lanes.map((lane) => laneData(lane, bars.get(lane.id) ?? [], previous?.byLane.get(lane.id)));
  return { view, lanes, byLane: new Map(lanes.map((one) => [one.lane.id, one])), byId };
}

function laneData(lane: LaneView, unsorted: BoardAppointment[], previous: LaneData | undefined): LaneData {
  const bars = unsorted.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
  const sameLane = previous !== undefined && same(previous.lane, lane) ? previous.lane : lane;
  const unchanged =
    previous !== undefined &&
    previous.bars.length === bars.length &&
    bars.every((bar, index) => bar === previous.bars[index]);
  if (unchanged && sameLane === previous.lane) return previous;
  if (unchanged) return { ...previous, lane: sameLane };
  let longest = 0;
  for (const bar of bars) longest = Math.max(longest, bar.end - bar.start);
  return { lane: sameLane, bars, strips: stack(bars), longest };
}

/** Indices [first, last) of the bars that may reach into [from, to); those in between that end early are few. */
export function barsBetween({ bars, longest }: LaneData, from: number, to: number): readonly [number, number] {
  return [lowerBound(bars, from - longest), lowerBound(bars, to)];
}

function lowerBound(bars: readonly BoardAppointment[], start: number): number {
  let low = 0;
  let high = bars.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bars[middle]?.start ?? Number.POSITIVE_INFINITY) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
