import { NONE, type PlanPlacement } from '../plan/model.ts';
import { warmPlan } from './board-plan.ts';
import type { BoardModel } from './board-rows.ts';

/**
 * Gives work its present bay again where the search chose another one at the same place: that costs nothing, so the search
 * does not care, and people do. Starts and hands stay as they are; two pieces of work may change bays.
 */
export function keepBays(board: BoardModel, plan: readonly PlanPlacement[]): readonly PlanPlacement[] {
  const { bays } = board;
  const homes = new Map(warmPlan(board).map(({ job, bayDay }) => [job, bays[bayDay]?.lane]));
  const isAway = ({ job, bayDay }: PlanPlacement): boolean =>
    bayDay !== NONE && homes.get(job) !== undefined && homes.get(job) !== bays[bayDay]?.lane;
  let kept = plan;
  // Every step brings somebody home and sends nobody away.
  for (;;) {
    const next = firstOf(kept.filter(isAway), (one) => {
      const rows = board.model.jobs.bayDays[one.job] ?? [];
      return firstOf(
        [...rows].filter((row) => bays[row]?.lane === homes.get(one.job)),
        (row) => broughtTo(row, one),
      );
    });
    if (next === undefined) return kept;
    kept = next;
  }

  /** The plan with one in that row of a bay; whoever is away from home and in the way takes its place. */
  function broughtTo(row: number, one: PlanPlacement): readonly PlanPlacement[] | undefined {
    const { site } = board.model.bayDays;
    if (site[row] !== site[one.bayDay]) return undefined;
    const inTheWay = kept.filter((other) => other !== one && other.bayDay === row && meet(board, row, one, other));
    const [other] = inTheWay;
    if (!isInside(board, row, one) || inTheWay.length > 1 || (other !== undefined && !isAway(other))) return undefined;
    if (other !== undefined && !canTake(one.bayDay, other, one)) return undefined;
    return kept.map((each) => {
      if (each === one) return { ...one, bayDay: row };
      return each === other ? { ...other, bayDay: one.bayDay } : each;
    });
  }

  function canTake(row: number, one: PlanPlacement, leaves: PlanPlacement): boolean {
    const isCapable = board.model.jobs.bayDays[one.job]?.includes(row) === true;
    const others = kept.filter((each) => each !== one && each !== leaves && each.bayDay === row);
    return isCapable && isInside(board, row, one) && !others.some((other) => meet(board, row, one, other));
  }
}

function isInside({ bays, model }: BoardModel, row: number, one: PlanPlacement): boolean {
  const { from, to } = bays[row] ?? { from: 0, to: 0 };
  const span = spanOf(model, one);
  return from <= span.from && span.to <= to;
}

/** True when the two cannot be in that row one after the other, with its turnover between them. */
function meet({ bays, model }: BoardModel, row: number, one: PlanPlacement, other: PlanPlacement): boolean {
  const turnover = bays[row]?.turnover ?? 0;
  const [a, b] = [spanOf(model, one), spanOf(model, other)];
  return a.from < b.to + turnover && b.from < a.to + turnover;
}

function spanOf(
  { jobs }: BoardModel['model'],
  { job, start }: PlanPlacement,
): { readonly from: number; readonly to: number } {
  const to = start + (jobs.duration[job] ?? 0) + (jobs.after[job] ?? 0);
  return { from: start - (jobs.before[job] ?? 0), to };
}

/** The first answer that is one. */
function firstOf<A, B>(all: readonly A[], ask: (one: A) => B | undefined): B | undefined {
  for (const one of all) {
    const answer = ask(one);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
