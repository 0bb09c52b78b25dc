import type { Steps } from '../../kernel/steps.ts';
import { NEVER, NONE, type PlanModel, type PlanPlacement, type ShiftChoices } from './model.ts';
import { insertJob, type Insertion } from './moves.ts';
import { dealLots, partsFrom } from './parts.ts';
import { poolsFree } from './pools.ts';
import { inSomeOrder, putBackChain } from './recreate.ts';
import { startFrom } from './choice-rows.ts';
import { quotasAllow } from './state.ts';
import { isTogether } from './together.ts';
import type { Workbench } from './workbench.ts';

/** Fixed jobs stand first, then what a plan to begin from says, as far as it fits; the others are put in greedily. */
export function* beginning(bench: Workbench, warm: readonly PlanPlacement[]): Steps<void> {
  const { state, absent, model } = bench;
  placeFixed(bench);
  for (const placement of warm.toSorted(byStart)) {
    if (state.shift[placement.job] === NONE) keep(bench, placement, warm);
    yield;
  }
  absent.length = 0;
  for (const [job, shift] of state.shift.entries())
    if (shift === NONE && model.jobs.crewOf[job] === NONE) absent.push(job);
  yield* fillIn(bench);
}

/** Places what is fixed. False when something of it stands where there is no room. */
export function placeFixed(bench: Workbench): boolean {
  const { state, model, users } = bench;
  let isRoom = true;
  for (const fixed of model.fixed.toSorted(byStart)) {
    // It may stand where there is no room: then the minutes of the shift say nothing.
    state.spare[fixed.shift] = NEVER;
    isRoom = insertJob(state, insertionOf(bench, fixed, fixed.start)) && isRoom;
    dealLots(state, users, fixed.job);
  }
  return isRoom;
}

/** Greedily; where that breaks the plan, without the job that does. */
function* fillIn(bench: Workbench): Steps<void> {
  const { state, absent } = bench;
  inSomeOrder(bench);
  const before = state.all.slice();
  for (const job of absent) {
    before.set(state.all);
    const { cost } = state;
    if (!putBackChain(bench, job, 0)) {
      state.all.set(before);
      state.cost = cost;
    }
    yield;
  }
}

function byStart(one: { readonly start: number }, other: { readonly start: number }): number {
  return one.start - other.start;
}

/** Puts a job, and its crew, where it stood; or takes the attempt back. */
function keep(bench: Workbench, placement: PlanPlacement, warm: readonly PlanPlacement[]): void {
  const { state, model, mates, users } = bench;
  const { job } = placement;
  if (model.jobs.crewOf[job] !== NONE) return;
  const crew = [job, ...(mates[job] ?? [])].map((one) => warm.find((other) => other.job === one));
  const before = state.all.slice();
  const { cost } = state;
  const isKept = crew.every((one) => one !== undefined && fits(bench, one, placement.start) && put(bench, one));
  if (isKept) return dealLots(state, users, job);
  state.all.set(before);
  state.cost = cost;
}

function fits({ model, state, users, poolUsers }: Workbench, { job, shift }: PlanPlacement, start: number): boolean {
  const first = model.jobs.follows[job] as number;
  return (
    (state.count[shift] as number) < (model.shifts.mostJobs[shift] as number) &&
    quotasAllow(state, job, shift) &&
    partsFrom(state, users, job) <= start - (model.jobs.before[job] as number) &&
    poolsFree(state, poolUsers, job, start) &&
    (first === NONE || state.shift[first] !== NONE)
  );
}

function put(bench: Workbench, placement: PlanPlacement): boolean {
  const { model, state } = bench;
  const lead = model.jobs.crewOf[placement.job] as number;
  const isPinned = lead !== NONE || isTogether(bench, placement.job);
  const at = insertionOf(bench, placement, isPinned ? placement.start : NEVER);
  return at.choice !== NONE && insertJob(state, at) && state.head[placement.job] === placement.start;
}

/** Behind whatever starts before it, in both orders. */
function insertionOf({ model, state }: Workbench, place: PlanPlacement, latest: number): Insertion {
  const { job, shift, bayDay, start } = place;
  return {
    job,
    shift,
    choice: choiceOf(model, place),
    previous: lastBefore(state.last[shift] as number, state.previous, state.head, start),
    bayDay,
    previousInBay:
      bayDay === NONE ? NONE : lastBefore(state.lastInBay[bayDay] as number, state.previousInBay, state.head, start),
    site: siteOf(model, job, bayDay),
    wanted: start,
    latest,
    parts: start - (model.jobs.before[job] as number),
  };
}

/** The row of the shift that allows the start; a fixed job may stand where none does. */
function choiceOf({ jobs, grid }: PlanModel, { job, shift, start }: PlanPlacement): number {
  const { shifts, starts } = jobs.choices[job] as ShiftChoices;
  const exact = shifts.findIndex(
    (one, row) => one === shift && startFrom(starts[row] ?? NO_STARTS, start, grid) === start,
  );
  return exact === NONE ? shifts.indexOf(shift) : exact;
}

const NO_STARTS = new Int32Array();

function siteOf({ jobs, bayDays }: PlanModel, job: number, bayDay: number): number {
  const own = jobs.site[job] as number;
  return own === NONE ? (bayDays.site[bayDay] as number) : own;
}

function lastBefore(last: number, previous: Int32Array, head: Int32Array, start: number): number {
  let at = last;
  while (at !== NONE && (head[at] as number) > start) at = previous[at] as number;
  return at;
}
