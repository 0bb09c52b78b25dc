import { NONE, type PlanModel } from './model.ts';
import { addLeftOut, recreate } from './recreate.ts';
import { ruin } from './ruin.ts';
import type { PlanState } from './state.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

export interface SearchOptions {
  /** Same model, seed and answers of `used`: same plan. */
  readonly seed: number;
  /** The share of the budget that is spent, asked every few rounds; the search ends at 1 or more. */
  readonly used: (rounds: number) => number;
}

export interface SearchResult {
  readonly rounds: number;
  /** The objective of `placements`; what is left out counts with its penalty. */
  readonly cost: number;
  readonly placements: readonly PlanPlacement[];
}

/** Where one job goes; `bayDay` is -1 when it needs none. */
export interface PlanPlacement {
  readonly job: number;
  readonly shift: number;
  readonly bayDay: number;
  readonly start: number;
}

/** How far the annealing begins above the average penalty and ends in minutes. */
const HOT_SHARE = 0.75;
const COLD = 3;
const BLINK = 0.01;
/** Rounds between two questions after the budget. */
const ASK_EVERY = 16;

/**
 * Plans as many jobs as well as it can by ruin and recreate under simulated annealing (Christiaens and Vanden Berghe, "Slack
 * Induction by String Removals", 2020), on technicians and bays at once. Deterministic for a deterministic `used`.
 */
export function search(model: PlanModel, { seed, used }: SearchOptions): SearchResult {
  const bench = openWorkbench(model, seed);
  const { state, standing, random } = bench;
  begin(bench);
  standing.set(state.all);
  const best = state.all.slice();
  let [standingCost, bestCost] = [state.cost, state.cost];
  const hot = HOT_SHARE * meanPenalty(model) + COLD;
  let heat = hot;
  let rounds = 0;
  for (let spent = used(0); spent < 1;) {
    rounds += 1;
    ruin(bench);
    addLeftOut(bench);
    const isWhole = recreate(bench, BLINK);
    const { cost } = state;
    if (isWhole && cost < standingCost - heat * Math.log(random.next())) {
      standing.set(state.all);
      standingCost = cost;
      if (cost < bestCost) {
        best.set(state.all);
        bestCost = cost;
      }
    } else {
      state.all.set(standing);
      state.cost = standingCost;
    }
    if (rounds % ASK_EVERY !== 0) continue;
    spent = used(rounds);
    heat = hot * (COLD / hot) ** Math.min(1, spent);
  }
  state.all.set(best);
  return { rounds, cost: bestCost, placements: placementsOf(state) };
}

/** Fixed jobs stand first; the others are put in greedily. */
function begin(bench: Workbench): void {
  const { state, absent, model } = bench;
  absent.push(...model.fixed.map((one) => one.job));
  recreate(bench, 0);
  const lost = model.fixed.find(({ job }) => state.shift[job] === NONE);
  if (lost !== undefined) throw new Error(`Fixed job ${lost.job} does not fit where it is fixed`);
  absent.length = 0;
  for (const [job, shift] of state.shift.entries()) if (shift === NONE) absent.push(job);
  recreate(bench, 0);
}

function meanPenalty({ jobs }: PlanModel): number {
  let sum = 0;
  for (const penalty of jobs.penalty) sum += penalty;
  return jobs.count === 0 ? 0 : sum / jobs.count;
}

function placementsOf(state: PlanState): readonly PlanPlacement[] {
  return [...state.shift.entries()].flatMap(([job, shift]) =>
    shift === NONE ? [] : [{ job, shift, bayDay: state.bayDay[job] as number, start: state.head[job] as number }],
  );
}
