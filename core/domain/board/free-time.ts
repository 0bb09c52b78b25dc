import { subtract, type Span } from '../../kernel/sorted-ranges.ts';
import { instant, MINUTE, range, type InstantRange } from '../time/instant.ts';
import { unitsAt, type BusyList } from './busy-list.ts';
import type { BusyIndex } from './busy-index.ts';
import type { Lane } from './lanes.ts';
import { busyWithout } from './other-lane.ts';
import type { Occupied } from './placement-context.ts';

export interface FreeTimeWanted {
  readonly within: InstantRange;
  /** Shorter stretches are left out. */
  readonly minimum: number;
  /** How many units have to be free at every instant. */
  readonly units: number;
}

/**
 * When so many units of a resource are free at once: its hours less breaks, absences, blackouts and closures, less the busy
 * time of what is booked, buffers included. A technician is not free either while the team needs everybody. Sorted and
 * disjoint.
 */
export function freeStretches(lane: Lane, index: BusyIndex, wanted: FreeTimeWanted): readonly InstantRange[] {
  const { within, minimum, units } = wanted;
  if (units > lane.facts.capacity) return [];
  const open = openStretches(lane, index);
  const taken = crowdedStretches(lane.busy, lane.facts.capacity - units);
  const needed = (index.teamsOf.get(lane.facts.id) ?? []).flatMap((team) =>
    team.claimed === 0 ? [] : crowdedStretches(busyWithout(team, [lane.facts.id]), team.facts.capacity - 1),
  );
  return subtract(open, [...taken, ...needed])
    .map(({ from, to }) => range(instant(Math.max(from, within.from)), instant(Math.min(to, within.to))))
    .filter(({ from, to }) => from < to && to - from >= minimum * MINUTE);
}

/** Hours less everything that closes them, as long as they are. */
export function openStretches(lane: Lane, { context: { closures } }: BusyIndex): readonly Span[] {
  if (lane.kind !== 'technician') return subtract(lane.facts.open, [...lane.facts.absences, ...closures]);
  const { shifts, absences } = lane.facts;
  return subtract(shifts, [...shifts.flatMap((shift) => shift.closed), ...absences, ...closures]);
}

/** The stretches in which more than `room` units are in use. */
function crowdedStretches(busy: BusyList<Occupied>, room: number): readonly Span[] {
  const edges = [...new Set([...busy.from, ...busy.to])].toSorted((a, b) => a - b);
  return edges.flatMap((from, position) => {
    const to = edges[position + 1];
    return to !== undefined && unitsAt(busy, from) > room ? [{ from, to }] : [];
  });
}
