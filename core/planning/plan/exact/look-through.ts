import { NEVER, NONE, type PlanModel, type StartWish } from '../model.ts';
import { placeFixed } from '../begin.ts';
import { insertJob, type Insertion } from '../moves.ts';
import type { SearchOptions, SearchResult } from '../search-result.ts';
import { placementsOf } from '../state.ts';
import { openWorkbench, type Workbench } from '../workbench.ts';
import { createFrontiers } from './frontiers.ts';
import { leastCost } from './least-cost.ts';
import { waysOn } from './ways-on.ts';

/** Days with more work to place than this are not looked through. */
const MOST_JOBS = 12;
/** Nodes between two pauses. */
const PAUSE_EVERY = 16;

/** True for a model of which every plan can be looked through: little work, none of it done by several at once. */
export function isSmall({ jobs, pools, fixed, isMetric }: PlanModel): boolean {
  const isAlone = pools.length === 0 && jobs.crewOf.every((lead) => lead === NONE);
  return isMetric && isAlone && jobs.count - fixed.length <= MOST_JOBS;
}

/**
 * Goes on from a plan that was found: the best there is where that can be known before the time `isOver`, else the best seen.
 * A pause counts as a round.
 */
export function* lookingThrough(
  model: PlanModel,
  found: SearchResult,
  how: Pick<SearchOptions, 'seed' | 'onBetter'> & { readonly isOver: (rounds: number) => boolean },
): Generator<void, SearchResult> {
  const bench = openWorkbench(model, how.seed);
  if (!placeFixed(bench)) return found;
  let result = found;
  for (const isBetter of betterPlans(bench, found.cost)) {
    const rounds = result.rounds + 1;
    if (!isBetter) {
      result = { ...result, rounds };
      if (how.isOver(rounds)) return result;
      yield;
    } else {
      const placements = placementsOf(bench.state);
      result = { rounds, cost: bench.state.cost, placements, isBest: false };
      how.onBetter?.({ rounds, cost: result.cost, placed: placements.length - model.fixed.length });
    }
  }
  return { ...result, isBest: true };
}

/** One way to go on: a job behind what has been placed so far. */
interface Step {
  readonly at: Insertion;
  readonly start: number;
  /** No plan that goes on so costs less. */
  readonly bound: number;
}

/**
 * Looks through all plans of a small model by branch and bound: jobs join in the order of their starts, and of two ways to
 * have done the same work the one that leaves no less room for no less money is not gone on. The state must hold the fixed jobs
 * alone. It stops with true whenever the state is a plan that costs less than the best so far, and with false now and then.
 * When it ends, no plan costs less than the last such one, or than `known` where there was none.
 */
function* betterPlans(bench: Workbench, known: number): Generator<boolean, void> {
  const { state } = bench;
  const frontiers = createFrontiers(bench);
  let best = known;
  let nodes = 0;
  function* goOn(from: number): Generator<boolean, void> {
    nodes += 1;
    if (nodes % PAUSE_EVERY === 0) yield false;
    if (state.cost < best) {
      best = state.cost;
      yield true;
    }
    const standing = state.all.slice();
    const { cost } = state;
    for (const { at, start, bound } of stepsFrom(bench, from, best)) {
      if (bound >= best) return;
      if (!insertJob(state, at)) throw new Error('A step that was possible is not');
      if (!frontiers.isNoBetter(start)) yield* goOn(start);
      state.all.set(standing);
      state.cost = cost;
    }
  }
  yield* goOn(-NEVER);
}

/** All ways to go on that may lead to less than `best`, the most promising first. The state is as it was. */
function stepsFrom(bench: Workbench, from: number, best: number): readonly Step[] {
  const { state, model } = bench;
  const standing = state.all.slice();
  const { cost } = state;
  const steps: Step[] = [];
  // Answers the start; NEVER when it does not fit.
  const tryOut = (at: Insertion): number => {
    const start = insertJob(state, at) ? (state.head[at.job] as number) : NEVER;
    if (start >= from && start < NEVER) {
      const bound = leastCost(bench, start);
      if (bound < best) steps.push({ at, start, bound });
    }
    state.all.set(standing);
    state.cost = cost;
    return start;
  };
  for (const at of waysOn(bench)) {
    const start = tryOut(at);
    // Later on purpose, to meet a wish.
    for (const { stretches } of model.jobs.wishes[at.job] as readonly StartWish[])
      for (let pair = 0; pair < stretches.length; pair += 2)
        if ((stretches[pair] as number) > start) tryOut({ ...at, wanted: stretches[pair] as number });
  }
  return steps.toSorted((one, other) => one.bound - other.bound);
}
