import { expect } from 'vitest';
import { emptyEvaluation } from '../../../core/planning/plan/evaluator.ts';
import { evaluate as bestPlace } from '../../../core/planning/plan/evaluate.ts';
import { NEVER, NONE } from '../../../core/planning/plan/model.ts';
import { noteHead, settle } from '../../../core/planning/plan/joint-graph.ts';
import { insertJob, removeJob } from '../../../core/planning/plan/moves.ts';
import { dealLots, partsFrom } from '../../../core/planning/plan/parts.ts';
import { modelOfInstance } from '../../../core/planning/plan/tbs-instance.ts';
import { openWorkbench, type Workbench } from '../../../core/planning/plan/workbench.ts';
import { evaluate, type Assignment } from '../../fixtures/planning/score.mjs';
import { differenceFromScratch, placementsOf } from './from-scratch.ts';
import { assignmentOf, randomInstance } from './random-instances.ts';

/** How often the referee is asked as well. */
const REFEREE_EVERY = 100;

/**
 * Plays so many random insertions and removals on a random instance. After each the state must be what comes out from scratch, and an
 * insertion must cost what was said before it; now and then the referee scores the plan. Answers how many moves there were.
 */
export function playChecked(seed: number, moves: number): number {
  const instance = { ...randomInstance(seed), fixed: [] };
  const model = modelOfInstance(instance);
  const bench = openWorkbench(model, seed);
  const { state, random } = bench;
  let move = 0;
  // What does not fit anywhere is no move; where hardly anything fits there is an end to trying.
  for (let tries = 0; move < moves && tries < 10 * moves; tries += 1) {
    const job = random.below(model.jobs.count);
    const isPlaced = state.shift[job] !== NONE;
    // More in than out, so that the plan is mostly full.
    if (isPlaced && random.next() < 0.5) continue;
    const { clock } = state;
    if (isPlaced) remove(bench, job);
    else insert(bench, job);
    if (state.clock === clock) continue;
    move += 1;
    const difference = differenceFromScratch(state);
    if (difference !== undefined) throw new Error(`Seed ${seed}, move ${move}, job ${job}: ${difference}`);
    if (move % REFEREE_EVERY !== 0) continue;
    const placed = [...state.shift.keys()].filter((one) => state.shift[one] !== NONE);
    const assignments: Assignment[] = placementsOf(state, placed).map((one) => assignmentOf(model, one));
    const verdict = evaluate(instance, { assignments });
    expect(verdict.violations, `seed ${seed}, move ${move}`).toEqual([]);
    expect(state.cost, `seed ${seed}, move ${move}`).toBe(verdict.score);
  }
  return move;
}

const place = emptyEvaluation();

function insert(bench: Workbench, job: number): void {
  const { state, users, around, random, model } = bench;
  const parts = partsFrom(state, users, job);
  const shifts = model.jobs.choices[job]?.shifts ?? new Int32Array();
  if (parts >= NEVER || shifts.length === 0) return;
  bestPlace(around, job, random.below(shifts.length), parts, place);
  if (place.job === NONE || place.cost >= NEVER) return;
  const expected = state.cost + place.cost - (model.jobs.penalty[job] ?? 0);
  if (!insertJob(state, place)) throw new Error(`Job ${job} does not fit where it was said to fit`);
  dealLots(state, users, job);
  if (state.cost !== expected) throw new Error(`Job ${job} was to cost ${expected}, the state says ${state.cost}`);
  // Whoever got an earlier lot may begin earlier.
  for (const taker of takersWith(bench, job)) noteHead(taker);
  settle(state);
}

/** The placed jobs that take a part which the job takes too. */
function takersWith({ state, users, model: { jobs } }: Workbench, job: number): readonly number[] {
  const takers = new Set<number>();
  for (let need = jobs.partFirst[job] ?? 0; need < (jobs.partFirst[job + 1] ?? 0); need += 1)
    for (const other of users.needs[jobs.part[need] ?? 0] ?? []) takers.add(users.jobOf[other] ?? NONE);
  return [...takers].filter((one) => (state.shift[one] ?? NONE) !== NONE);
}

function remove({ state }: Workbench, job: number): void {
  removeJob(state, job);
  settle(state);
}
