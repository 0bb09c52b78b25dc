import type { Costs } from '../../domain/board/costs.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import { MINUTE } from '../../domain/time/instant.ts';
import type { Priority } from '../../domain/work/service-type.ts';
import { PROMISED, type StartWish } from '../plan/model.ts';
import type { BoardFacts } from './board-facts.ts';
import type { ShiftRow } from './board-shifts.ts';
import { floorMinute } from './board-clock.ts';
import type { PlanWork } from './request.ts';
import type { Standing } from './standing.ts';

/** Cost of leaving work out by how much it matters, 1 to 5 (planning schema, weights). */
const LEFT_OUT = [400, 400, 800, 1200, 2000, 4000] as const;
const MATTERS = { low: 1, normal: 2, high: 4, urgent: 5 } satisfies Record<Priority, number>;

/**
 * What leaving the work out costs: by priority and tier, and the waiting and lateness until the end of the days that are
 * planned, so that late is never worse than not at all.
 */
export function penaltyOf({ kept }: BoardFacts, work: PlanWork): number {
  if (work.stands !== null) return PROMISED;
  const { needs, tier } = work;
  const matters = Math.min(5, MATTERS[needs.priority] + (tier === 'premium' || tier === 'fleet' ? 1 : 0));
  const end = kept.context.range.to;
  const late = needs.due === null ? 0 : Math.max(0, (end - needs.due) / MINUTE);
  const { costs } = kept;
  const waits = waitCost(costs, needs, kept.context.now, end);
  return Math.round((LEFT_OUT[matters] ?? 0) + waits + costs.latePerMinute[needs.priority] * late);
}

/** Waiting that planning can still do something about. */
function waitCost(costs: Costs, needs: PlacementNeeds, now: number, start: number): number {
  const since = Math.max(now, needs.askedAt);
  return costs.waitPerMinute[needs.priority] * Math.max(0, (start - since) / MINUTE);
}

export interface DueCost {
  /** In minutes of the model; null when no moment is too late. */
  readonly due: number | null;
  readonly perMinute: number;
}

/** Lateness; urgent work that has no due time is late from the moment it could be done. */
export function dueCostOf({ clock, kept }: BoardFacts, { needs }: PlanWork): DueCost {
  const { costs } = kept;
  if (needs.due !== null)
    return { due: floorMinute(clock, needs.due), perMinute: Math.round(costs.latePerMinute[needs.priority]) };
  const perMinute = Math.floor(costs.waitPerMinute[needs.priority]);
  if (perMinute === 0) return { due: null, perMinute: 0 };
  return { due: floorMinute(clock, Math.max(kept.context.now, needs.askedAt)) + needs.duration, perMinute };
}

/** Cost of a shift for the work: hands that are not preferred or not the promised ones, and the wait until it begins. */
export function shiftPrice(
  { kept, request }: BoardFacts,
  { needs }: PlanWork,
  standing: Standing | undefined,
  { lane, shift }: ShiftRow,
): number {
  const { preferredTechnicians: preferred } = needs;
  const strange = preferred.length > 0 && !preferred.includes(lane.facts.id) ? kept.costs.notPreferred : 0;
  const others = standing !== undefined && standing.lead !== lane.facts.id ? request.terms.perMovedPromise : 0;
  const isTimed = needs.due === null && kept.costs.waitPerMinute[needs.priority] >= 1;
  return strange + others + (isTimed ? 0 : waitCost(kept.costs, needs, kept.context.now, shift.from));
}

/** The promised start is worth what moving it costs. */
export function wishesOf({ clock, request }: BoardFacts, standing: Standing | undefined): readonly StartWish[] {
  const cost = Math.round(request.terms.perMovedPromise);
  if (standing === undefined || cost === 0) return [];
  const minute = floorMinute(clock, standing.placement.start);
  return [{ stretches: Int32Array.of(minute, minute), cost }];
}
