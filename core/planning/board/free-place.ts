import type { BusyIndex } from '../../domain/board/busy-index.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import { addMinutes, range, type Instant, type Minutes } from '../../domain/time/instant.ts';
import { roomFor } from '../slots/candidates.ts';
import type { SlotRequest } from '../slots/request.ts';
import { searchOf, technicianAt } from '../slots/search.ts';
import { startAt } from '../slots/start-grid.ts';
import { collectStarts, startsIn } from '../slots/technician-starts.ts';
import type { PlanWork } from './request.ts';
import type { WorkPlaced } from './with-placements.ts';

export interface FreePlace {
  readonly start: Instant;
  readonly technicianId: ResourceId;
}

export interface FreePlaceWanted {
  readonly step: Minutes;
  /** What the work may have to wait for. */
  readonly placed: readonly WorkPlaced[];
  /** In place of the work's own needs. */
  readonly needs?: PlacementNeeds;
}

/**
 * The best free place of the work on a board that stays as it is, every start of every technician looked at; the soonest of
 * the best when several have to be there. Null for none.
 */
export function freePlace(index: BusyIndex, work: PlanWork, wanted: FreePlaceWanted): FreePlace | null {
  const from = readyFrom(index, work, wanted.placed);
  if (from === null) return null;
  const { alongside, assistants, needs } = work;
  const within = range(from, index.context.range.to);
  return bestStart(index, { needs, alongside, count: 1, ...wanted, within }, assistants);
}

/** The cheapest start at which so many besides the lead could be there. */
function bestStart(facts: BusyIndex, request: SlotRequest, assistants: number): FreePlace | null {
  const search = searchOf(facts, request);
  const { technicians } = search.index;
  let most = 0;
  for (const { shifts } of technicians)
    for (const shift of shifts) {
      const { first, last } = startsIn(search, shift);
      most += Math.max(0, last - first + 1);
    }
  const found = roomFor(most);
  for (const [position, lane] of technicians.entries()) collectStarts(search, position, lane, found);
  const hands = new Int32Array(search.grid.count);
  for (let at = 0; at < found.count; at += 1) hands[found.start[at] ?? 0] = (hands[found.start[at] ?? 0] ?? 0) + 1;
  let best = -1;
  for (let at = 0; at < found.count; at += 1) {
    if ((hands[found.start[at] ?? 0] ?? 0) <= assistants) continue;
    if (best < 0 || (found.cost[at] ?? 0) < (found.cost[best] ?? 0)) best = at;
  }
  const technician = best < 0 ? null : technicianAt(search, found.technician[best] ?? -1);
  if (technician === null) return null;
  return { start: startAt(search.grid, found.start[best] ?? 0), technicianId: technician.facts.id };
}

/** When what it follows is done; null while that has no place itself. */
function readyFrom({ context }: BusyIndex, { follows }: PlanWork, placed: readonly WorkPlaced[]): Instant | null {
  if (follows === null) return context.range.from;
  const first = placed.find(({ work }) => work.id === follows.id);
  return first === undefined ? null : addMinutes(first.placement.end, follows.gap);
}
