import type { OtherLane } from '../../domain/board/other-lane.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import type { Pool, PoolNeed } from '../plan/model.ts';
import { ceilMinute, floorMinute } from './board-clock.ts';
import type { BoardFacts } from './board-facts.ts';
import { momentPoolsOf } from './board-quotas.ts';
import type { PlanWork } from './request.ts';

export interface BoardPools {
  readonly pools: readonly Pool[];
  needsOf(work: PlanWork): readonly PoolNeed[];
}

/**
 * Equipment, rooms and teams that go along with some of the work. What a team's members do otherwise counts as in use. */
export function boardPoolsOf(facts: BoardFacts): BoardPools {
  const { kept, work, clock } = facts;
  const wanted = new Set(work.flatMap(({ alongside }) => alongside.map(({ resourceId }) => resourceId)));
  const lanes = kept.others.filter((lane) => wanted.has(lane.facts.id));
  const numbers = new Map<ResourceId, number>(lanes.map((lane, number) => [lane.facts.id, number]));
  const poolOf = ({ facts: { capacity }, busy }: OtherLane): Pool => ({
    capacity,
    busy: busy.claims.map(({ from, to, units }) => ({
      from: floorMinute(clock, from),
      to: ceilMinute(clock, to),
      units,
    })),
  });
  const moments = momentPoolsOf(facts);
  return {
    pools: [...lanes.map(poolOf), ...moments],
    needsOf(one) {
      const units = new Map<number, number>();
      for (const claim of one.alongside) {
        const pool = numbers.get(claim.resourceId);
        if (pool !== undefined) units.set(pool, (units.get(pool) ?? 0) + claim.units);
      }
      for (const [place, { counts }] of moments.entries()) if (counts(one)) units.set(lanes.length + place, 1);
      return [...units].map(([pool, sum]) => ({ pool, units: sum }));
    },
  };
}
