import type { OtherLane } from '../../domain/board/other-lane.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import type { Pool, PoolNeed } from '../plan/model.ts';
import { ceilMinute, floorMinute } from './board-clock.ts';
import type { BoardFacts } from './board-facts.ts';
import type { PlanWork } from './request.ts';

export interface BoardPools {
  readonly pools: readonly Pool[];
  needsOf(work: PlanWork): readonly PoolNeed[];
}

/** Equipment, rooms and teams that go along with some of the work. What a team's members do otherwise counts as in use. */
export function boardPoolsOf({ kept, work, clock }: BoardFacts): BoardPools {
  const wanted = new Set(work.flatMap(({ alongside }) => alongside.map(({ resourceId }) => resourceId)));
  const lanes = kept.others.filter(({ facts }) => wanted.has(facts.id));
  const numbers = new Map<ResourceId, number>(lanes.map(({ facts }, number) => [facts.id, number]));
  const poolOf = ({ facts, busy }: OtherLane): Pool => ({
    capacity: facts.capacity,
    busy: busy.claims.map(({ from, to, units }) => ({
      from: floorMinute(clock, from),
      to: ceilMinute(clock, to),
      units,
    })),
  });
  return {
    pools: lanes.map(poolOf),
    needsOf({ alongside }) {
      const units = new Map<number, number>();
      for (const claim of alongside) {
        const pool = numbers.get(claim.resourceId);
        if (pool !== undefined) units.set(pool, (units.get(pool) ?? 0) + claim.units);
      }
      return [...units].map(([pool, sum]) => ({ pool, units: sum }));
    },
  };
}
