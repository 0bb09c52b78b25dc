import { busyIndexOf } from '../../domain/board/busy-index.ts';
import { judge } from '../../domain/rules/judge.ts';
import type { RuleName } from '../../domain/rules/reason.ts';
import type { PlanPlacement } from '../plan/model.ts';
import { workPlaced } from './board-plan.ts';
import type { BoardModel } from './board-rows.ts';
import { plannedNeeds, withPlacements, type WorkPlaced } from './with-placements.ts';

/** Rules that count over shifts, or that a choice of hands decides: the search cannot hold all of them. */
const COUNTED: ReadonlySet<string> = new Set([
  'capacity-limit',
  'daily-maximum',
  'resource-free',
] satisfies readonly RuleName[]);

/**
 * Takes work out again, the least dear first, until no count is exceeded: limits of schedule rules, a daily maximum over
 * two shifts of one date, members of a team that is wanted as a whole. What follows work that goes, goes too.
 */
export function keepCounts(board: BoardModel, plan: readonly PlanPlacement[]): readonly PlanPlacement[] {
  const { facts, model, rowsOf } = board;
  const penaltyOf = ({ work }: WorkPlaced): number => model.jobs.penalty[facts.work.indexOf(work)] ?? 0;
  let left = plan;
  for (;;) {
    const placed = workPlaced(board, left);
    const index = busyIndexOf(withPlacements(facts.kept.context, placed), facts.kept.travel);
    const over = placed.filter(({ work, placement }) => {
      const { reasons } = judge(placement, plannedNeeds(work), index);
      return reasons.some(({ severity, reason }) => severity === 'block' && COUNTED.has(reason.rule));
    });
    const [least] = over.toSorted((a, b) => penaltyOf(a) - penaltyOf(b) || b.placement.start - a.placement.start);
    if (least === undefined) return left;
    const gone = withFollowers(placed, least);
    const rows = new Set([...gone].flatMap(({ work }) => rowsOf[facts.work.indexOf(work)] ?? []));
    left = left.filter(({ job }) => !rows.has(job));
  }
}

function withFollowers(placed: readonly WorkPlaced[], first: WorkPlaced): ReadonlySet<WorkPlaced> {
  const gone = new Set([first]);
  for (const one of gone) for (const other of placed) if (other.work.follows?.id === one.work.id) gone.add(other);
  return gone;
}
