import { evaluate } from '../plan/evaluate.ts';
import { emptyEvaluation, evaluatorOn, type Evaluator } from '../plan/evaluator.ts';
import { NEVER, NONE, type PlanModel, type PlanPlacement, type ShiftChoices, type Stretches } from '../plan/model.ts';
import { endOf } from '../plan/joint-graph.ts';
import { insertJob } from '../plan/moves.ts';
import { dealLots, partsFrom, partUsers, type PartUsers } from '../plan/parts.ts';
import { poolsFree, poolUsers } from '../plan/pools.ts';
import { startFrom } from '../plan/choice-rows.ts';
import { emptyState, type PlanState } from '../plan/state.ts';

/** A plan in which everything stands where it stands: every job in it is pinned to its start. */
export interface StandingPlan {
  readonly model: PlanModel;
  readonly state: PlanState;
  readonly users: PartUsers;
  readonly poolUsers: readonly Int32Array[];
  readonly around: Evaluator;
}

/** With the fixed jobs of the model, and nothing else yet. */
export function standingPlan(model: PlanModel): StandingPlan {
  const state = emptyState(model);
  const users = partUsers(model);
  const plan = { model, state, users, poolUsers: poolUsers(model), around: evaluatorOn(state, users) };
  for (const fixed of model.fixed.toSorted((one, other) => one.start - other.start)) {
    const previous = state.last[fixed.shift] ?? NONE;
    const site = model.jobs.site[fixed.job] ?? 0;
    const pin = { wanted: fixed.start, latest: fixed.start, parts: -NEVER };
    // It may stand where there is no room: then the minutes of the shift say nothing.
    state.spare[fixed.shift] = NEVER;
    insertJob(state, { ...fixed, ...pin, choice: 0, previous, previousInBay: NONE, site });
  }
  return plan;
}

/** True when the search could put the job there, all others staying where they stand; exactly that start, shift and bay. */
export function fits(plan: StandingPlan, at: PlanPlacement): boolean {
  return place(plan, at) !== null;
}

/** Puts the job there, pinned. False, and nothing has changed, when it does not fit. */
export function stand(plan: StandingPlan, at: PlanPlacement): boolean {
  const found = place(plan, at);
  if (found === null) return false;
  if (!insertJob(plan.state, found)) throw new Error(`Job ${at.job} fits and does not`);
  dealLots(plan.state, plan.users, at.job);
  return true;
}

const scratch = emptyEvaluation();

function place(plan: StandingPlan, { job, shift, bayDay, start }: PlanPlacement): typeof scratch | null {
  const { model, state, around } = plan;
  const { jobs, bayDays } = model;
  const parts = partsFrom(state, plan.users, job);
  if (parts > start - (jobs.before[job] ?? 0)) return null;
  if (!poolsFree(state, plan.poolUsers, job, start)) return null;
  if (!isReady(plan, job, start)) return null;
  const choices = jobs.choices[job] as ShiftChoices;
  const choice = choices.shifts.findIndex(
    (one, number) => one === shift && startFrom(choices.starts[number] as Stretches, start, model.grid) === start,
  );
  if (choice < 0) return null;
  const bays = [...around.bays];
  if (bayDay !== NONE) {
    const groups = [];
    const own = jobs.site[job] ?? NONE;
    const site = own === NONE ? (bayDays.site[bayDay] ?? 0) : own;
    groups[bayDays.day[bayDay] ?? 0] = [{ site, bayDays: Int32Array.of(bayDay) }];
    bays[job] = groups;
    if (jobs.bayDays[job]?.includes(bayDay) !== true) return null;
  }
  evaluate({ ...around, bays, pin: start }, job, choice, parts, scratch);
  return scratch.cost < NEVER ? scratch : null;
}

/** What the job follows has ended. */
function isReady({ state, model: { jobs } }: StandingPlan, job: number, start: number): boolean {
  const first = jobs.follows[job] ?? NONE;
  return first === NONE || (state.shift[first] !== NONE && endOf(state, first) + (jobs.lag[job] ?? 0) <= start);
}
