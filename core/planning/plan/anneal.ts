import type { Steps } from '../../kernel/steps.ts';
import { NONE, PROMISED, type PlanModel } from './model.ts';
import { beginning } from './begin.ts';
import { addLeftOut, recreate } from './recreate.ts';
import { makeWay, ruin } from './ruin.ts';
import type { SearchOptions, SearchResult } from './search-result.ts';
import { placementsOf } from './state.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/**
 * The annealing begins at this share of the average penalty for each round that a job has, within limits: with little time
 * a hot start would be lost. Where bays are wanted more has to give way at once. It ends at a fraction of that, in minutes.
 */
const HOT = {
  shiftsAlone: { perRound: 0.003, least: 0.05, most: 0.2 },
  withBays: { perRound: 0.006, least: 0.05, most: 0.5 },
};
const COLD_SHARE = 1 / 40;
const COLD_MOST = 10;
/** Work worth so many times the average goes in whatever it displaces, at these shares of the budget; the best plan is kept. */
const DEAR = 2;
const FORCED = { from: 0.1, every: 0.05, until: 0.75 };
const BLINK = 0.01;
/** Rounds between two questions after the budget. */
const ASK_EVERY = 16;

/**
 * Plans as many jobs as well as it can by ruin and recreate under simulated annealing (Christiaens and Vanden Berghe, "Slack
 * Induction by String Removals", 2020), on technicians and bays at once. It pauses whenever it has asked for the budget.
 */
export function* annealing(model: PlanModel, { seed, used, warm = [], onBetter }: SearchOptions): Steps<SearchResult> {
  const bench = openWorkbench(model, seed);
  const { state, standing, random } = bench;
  yield* beginning(bench, warm);
  standing.set(state.all);
  const best = state.all.slice();
  let [standingCost, bestCost] = [state.cost, state.cost];
  const mean = meanPenalty(model);
  const hot = model.bayDays.count > 0 ? HOT.withBays : HOT.shiftsAlone;
  const heatAt = (spent: number, rounds: number): number => {
    const share = spent > 0 ? (hot.perRound * rounds) / model.jobs.count / spent : hot.most;
    return cooled(mean * Math.min(hot.most, Math.max(hot.least, share)) + 1, spent);
  };
  let heat = heatAt(0, 0);
  let rounds = 0;
  let nextForced = FORCED.from;
  let toldCost = Infinity;
  for (let spent = used(0); spent < 1;) {
    rounds += 1;
    const isForced = spent >= nextForced && makeWay(bench, DEAR * mean);
    if (spent >= nextForced) nextForced = nextForced < FORCED.until ? nextForced + FORCED.every : Infinity;
    if (!isForced) ruin(bench);
    addLeftOut(bench);
    const isWhole = recreate(bench, BLINK);
    const { cost } = state;
    const isIn = isForced && state.shift[bench.wish] !== NONE;
    if (isWhole && (isIn || cost < standingCost - heat * Math.log(random.next()))) {
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
    if (onBetter !== undefined && bestCost < toldCost) {
      onBetter({
        rounds,
        cost: bestCost,
        placed: countPlaced(bench, best),
      });
      toldCost = bestCost;
    }
    spent = used(rounds);
    heat = heatAt(spent, rounds);
    yield;
  }
  state.all.set(best);
  return { rounds, cost: bestCost, placements: placementsOf(state), isBest: false };
}

/** What is left of the heat at the beginning when so much of the budget is spent. */
function cooled(hot: number, spent: number): number {
  const cold = Math.min(COLD_MOST, hot * COLD_SHARE);
  return hot * (cold / hot) ** Math.min(1, spent);
}

/** Of the work that could be left out. */
function meanPenalty({ jobs }: PlanModel): number {
  const penalties = jobs.penalty.filter((penalty) => penalty > 0 && penalty < PROMISED);
  return penalties.length === 0 ? 0 : penalties.reduce((sum, penalty) => sum + penalty, 0) / penalties.length;
}

/** Jobs that the search has placed, a crew being one. The shifts of the jobs come first in the lists of a plan. */
function countPlaced({ model, isFixed }: Workbench, all: Int32Array): number {
  let placed = 0;
  for (let job = 0; job < model.jobs.count; job += 1)
    if (all[job] !== NONE && isFixed[job] === 0 && model.jobs.crewOf[job] === NONE) placed += 1;
  return placed;
}
