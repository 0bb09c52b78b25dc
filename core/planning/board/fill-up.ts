import { busyIndexOf } from '../../domain/board/busy-index.ts';
import { judge } from '../../domain/rules/judge.ts';
import { bestInsertions } from '../plan/best-insertions.ts';
import type { PlanPlacement } from '../plan/model.ts';
import { workPlaced } from './board-plan.ts';
import type { BoardModel } from './board-rows.ts';
import { plannedNeeds, withPlacements } from './with-placements.ts';

/**
 * Puts left-out work into what is free on the finished plan, the dearest first, wherever that is worth it: exact where the
 * search goes by chance. Work of several, and work that waits for other work, has had its chance.
 */
export function fillUp(board: BoardModel, plan: readonly PlanPlacement[]): readonly PlanPlacement[] {
  const { model, facts } = board;
  const { jobs } = model;
  const placed = new Set(plan.map(({ job }) => job));
  const missing = facts.work
    .map((work, job) => ({ work, job }))
    .filter(({ work, job }) => !placed.has(job) && work.assistants === 0 && work.follows === null)
    .toSorted((one, other) => (jobs.penalty[other.job] ?? 0) - (jobs.penalty[one.job] ?? 0));
  let filled = plan;
  for (const { work, job } of missing) {
    const [best] = bestInsertions(model, filled, job, 1).cheapest;
    if (best === undefined || best.cost >= 0) continue;
    const { shift, bayDay, start } = best;
    const next = [...filled, { job, shift, bayDay, start }];
    const others = workPlaced(board, next);
    const own = others.find((one) => one.work === work);
    const index = busyIndexOf(withPlacements(facts.kept.context, others), facts.kept.travel);
    if (own === undefined || judge(own.placement, plannedNeeds(work), index).level === 'block') continue;
    filled = next;
  }
  return filled;
}
