import type { BusyIndex } from '../../domain/board/busy-index.ts';
import type { TechnicianLane } from '../../domain/board/lanes.ts';
import type { OpenSlot, OpenSlots } from '../../domain/policy/exposure.ts';
import { addMinutes, type Instant } from '../../domain/time/instant.ts';
import { roomFor } from './candidates.ts';
import type { SlotRequest } from './request.ts';
import { bayOfStart, searchOf, type Search } from './search.ts';
import { startAt } from './start-grid.ts';
import { collectStarts, startsIn } from './technician-starts.ts';

/**
 * Every start that no rule blocks, technician by technician, each with its cheapest bay. Those with a caution are among them:
 * whoever may not accept one asks the rulebook about what is chosen. `hourAt` tells the hour of the local day.
 */
export function freeSlots(
  facts: BusyIndex,
  request: Omit<SlotRequest, 'count'>,
  hourAt: (start: Instant) => number,
): readonly OpenSlots[] {
  const search = searchOf(facts, { ...request, count: 1 });
  return search.index.technicians.map((lane, position) => ({
    technicianId: lane.facts.id,
    slots: slotsOf(search, lane, position, hourAt),
  }));
}

function slotsOf(
  search: Search,
  lane: TechnicianLane,
  position: number,
  hourAt: (start: Instant) => number,
): readonly OpenSlot[] {
  const most = lane.shifts.reduce((sum, shift) => {
    const { first, last } = startsIn(search, shift);
    return sum + Math.max(0, last - first + 1);
  }, 0);
  const found = roomFor(most);
  collectStarts(search, position, lane, found);
  const slots: OpenSlot[] = [];
  for (let index = 0; index < found.count; index += 1) {
    const number = found.start[index] ?? 0;
    const start = startAt(search.grid, number);
    slots.push({
      start,
      end: addMinutes(start, search.needs.duration),
      bayId: bayOfStart(search, number)?.facts.id ?? null,
      hour: hourAt(start),
    });
  }
  return slots;
}
