import { busyIndexOf } from '../../domain/board/busy-index.ts';
import { judge } from '../../domain/rules/judge.ts';
import type { RuleName } from '../../domain/rules/reason.ts';
import { appointmentOf } from './board-facts.ts';
import type { BoardModel } from './board-rows.ts';
import { withPlacements, type WorkPlaced } from './with-placements.ts';

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
export function keepCounts(
  { facts, model, rowsOf }: BoardModel,
  placed: readonly WorkPlaced[],
  cost: number,
): { readonly placed: readonly WorkPlaced[]; readonly score: number } {
  const penaltyOf = ({ work }: WorkPlaced): number =>
    model.jobs.penalty[rowsOf[facts.work.indexOf(work)]?.[0] ?? -1] ?? 0;
  let left = placed;
  let score = cost;
  for (;;) {
    const index = busyIndexOf(withPlacements(facts.kept.context, left), facts.kept.travel);
    const over = left.filter(({ work, placement }) => {
      const { reasons } = judge(placement, { ...work.needs, appointmentId: appointmentOf(work) }, index);
      return reasons.some(({ severity, reason }) => severity === 'block' && COUNTED.has(reason.rule));
    });
    const [least] = over.toSorted((a, b) => penaltyOf(a) - penaltyOf(b) || b.placement.start - a.placement.start);
    if (least === undefined) return { placed: left, score };
    const gone = withFollowers(left, least);
    for (const one of gone) score += penaltyOf(one);
    left = left.filter((one) => !gone.has(one));
  }
}

function withFollowers(placed: readonly WorkPlaced[], first: WorkPlaced): ReadonlySet<WorkPlaced> {
  const gone = new Set([first]);
  for (const one of gone) for (const other of placed) if (other.work.follows?.id === one.work.id) gone.add(other);
  return gone;
}
