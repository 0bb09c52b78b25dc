import type { BusyIndex } from '../../domain/board/busy-index.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import { addMinutes, range, type Instant, type Minutes } from '../../domain/time/instant.ts';
import { bestSlots } from '../slots/best-slots.ts';
import { freeSlots } from '../slots/free-slots.ts';
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

/** The best free place of the work on a board that stays as it is; the soonest when several have to be there. Null for none. */
export function freePlace(index: BusyIndex, work: PlanWork, wanted: FreePlaceWanted): FreePlace | null {
  const from = readyFrom(index, work, wanted.placed);
  if (from === null) return null;
  const { alongside, assistants } = work;
  const within = range(from, index.context.range.to);
  const request = { needs: wanted.needs ?? work.needs, alongside, step: wanted.step, within };
  if (assistants > 0) {
    const slots = freeSlots(index, request, () => 0).flatMap(({ technicianId, slots: own }) =>
      own.map(({ start }) => ({ start, technicianId })),
    );
    const crews = [...Map.groupBy(slots, ({ start }) => start).values()].filter((all) => all.length > assistants);
    return crews.map(([lead]) => lead).reduce<FreePlace | null>(sooner, null);
  }
  const [best] = bestSlots(index, { ...request, count: 1 }).suggestions;
  return best === undefined || best.technician === null
    ? null
    : { start: best.start, technicianId: best.technician.id };
}

function sooner(best: FreePlace | null, one: FreePlace | undefined): FreePlace | null {
  return one !== undefined && (best === null || one.start < best.start) ? one : best;
}

/** When what it follows is done; null while that has no place itself. */
function readyFrom({ context }: BusyIndex, { follows }: PlanWork, placed: readonly WorkPlaced[]): Instant | null {
  if (follows === null) return context.range.from;
  const first = placed.find(({ work }) => work.id === follows.id);
  return first === undefined ? null : addMinutes(first.placement.end, follows.gap);
}
