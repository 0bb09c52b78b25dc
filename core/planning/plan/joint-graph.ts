import { firstStart, lastStart } from './choice-rows.ts';
import { intStack, pop, push } from './int-stack.ts';
import { NEVER, NONE, type PlanModel } from './model.ts';
import { after, before, rowOf, startCost, type PlanState } from './state.ts';

/** Minutes of the drive between two sites. */
export function travelAt(model: PlanModel, from: number, to: number): number {
  return model.travel[from * model.sites + to] as number;
}

/** Earliest start behind the neighbours as they are now. NEVER when there is none. */
function headOf(state: PlanState, job: number): number {
  const { model, head, previous, previousInBay } = state;
  const { jobs, shifts, bayDays } = model;
  const wanted = state.wanted[job] as number;
  if (wanted === state.latest[job]) return wanted;
  const shift = state.shift[job] as number;
  const site = state.site[job] as number;
  const closed = shifts.closed[shift] as Int32Array;
  const ahead = previous[job] as number;
  let from =
    ahead === NONE
      ? after(closed, shifts.from[shift] as number, travelAt(model, shifts.home[shift] as number, site))
      : after(
          closed,
          (head[ahead] as number) + (jobs.duration[ahead] as number) + (jobs.after[ahead] as number),
          travelAt(model, state.site[ahead] as number, site),
        );
  const bayDay = state.bayDay[job] as number;
  if (bayDay !== NONE) {
    const inBay = previousInBay[job] as number;
    const free =
      inBay === NONE
        ? (bayDays.from[bayDay] as number)
        : (head[inBay] as number) +
          (jobs.duration[inBay] as number) +
          (jobs.after[inBay] as number) +
          (bayDays.turnover[bayDay] as number);
    if (free > from) from = free;
  }
  const { partFirst } = jobs;
  for (let need = partFirst[job] as number; need < (partFirst[job + 1] as number); need += 1)
    if ((state.lotAt[need] as number) > from) from = state.lotAt[need] as number;
  let start = Math.max(from + (jobs.before[job] as number), wanted);
  const first = jobs.follows[job] as number;
  if (first !== NONE) start = Math.max(start, endOf(state, first) + (jobs.lag[job] as number));
  return firstStart(state.rows, rowOf(state, job), start, model.grid);
}

/** When the work of a placed job is done. */
export function endOf({ model, head }: PlanState, job: number): number {
  return (head[job] as number) + (model.jobs.duration[job] as number);
}

function tailOf(state: PlanState, job: number): number {
  const { model, tail, next, nextInBay } = state;
  const { jobs, shifts, bayDays } = model;
  const most = state.latest[job] as number;
  if (most === state.wanted[job]) return most;
  const shift = state.shift[job] as number;
  const site = state.site[job] as number;
  const closed = shifts.closed[shift] as Int32Array;
  const behind = next[job] as number;
  let until =
    behind === NONE
      ? before(closed, shifts.to[shift] as number, travelAt(model, site, shifts.home[shift] as number))
      : before(
          closed,
          (tail[behind] as number) - (jobs.before[behind] as number),
          travelAt(model, site, state.site[behind] as number),
        );
  const bayDay = state.bayDay[job] as number;
  if (bayDay !== NONE) {
    const inBay = nextInBay[job] as number;
    const free =
      inBay === NONE
        ? (bayDays.to[bayDay] as number)
        : (tail[inBay] as number) - (jobs.before[inBay] as number) - (bayDays.turnover[bayDay] as number);
    if (free < until) until = free;
  }
  let latest = Math.min(most, until - (jobs.after[job] as number) - (jobs.duration[job] as number));
  const follower = state.follower[job] as number;
  if (follower !== NONE && state.shift[follower] !== NONE)
    latest = Math.min(
      latest,
      (tail[follower] as number) - (jobs.lag[follower] as number) - (jobs.duration[job] as number),
    );
  return lastStart(state.rows, rowOf(state, job), latest, model.grid);
}

// What has to be looked at again: whose head, and whose tail, may have changed.
const heads = intStack();
const tails = intStack();

/** Has the head of a job worked out again by the next `settle`; NONE asks for nothing. */
export function noteHead(job: number): void {
  if (job !== NONE) push(heads, job);
}

/** The same of the tail. */
export function noteTail(job: number): void {
  if (job !== NONE) push(tails, job);
}

/** Forgets what is to be looked at again, when the state is not gone on with. */
export function unsettle(): void {
  heads.size = 0;
  tails.size = 0;
}

/** Brings heads and tails in step, along both orders. False, with the state broken, when a start is lost. */
export function settle(state: PlanState): boolean {
  const isWhole = settleHeads(state);
  if (isWhole) settleTails(state);
  unsettle();
  return isWhole;
}

/** Marks what was worked out about the job's shift and bay as old. */
export function touch(state: PlanState, job: number): void {
  state.clock += 1;
  state.version[state.shift[job] as number] = state.clock;
  const bayDay = state.bayDay[job] as number;
  if (bayDay !== NONE) state.bayVersion[bayDay] = state.clock;
}

/** The same where the job's start changes, or whether it has one: when its parts can be had by others is then old as well. */
export function touchStart(state: PlanState, job: number): void {
  touch(state, job);
  const { partFirst, part } = state.model.jobs;
  for (let need = partFirst[job] as number; need < (partFirst[job + 1] as number); need += 1)
    state.partVersion[part[need] as number] = state.clock;
}

/** Keeps the cost of starts in step as well. */
function settleHeads(state: PlanState): boolean {
  const { head, next, nextInBay, model } = state;
  let guard = 0;
  while (heads.size > 0) {
    const job = pop(heads);
    if (state.shift[job] === NONE) continue;
    const start = headOf(state, job);
    guard += 1;
    if (start >= NEVER || guard > 20_000) return false;
    if (start === head[job]) continue;
    const shift = state.shift[job] as number;
    state.cost += startCost(model, job, shift, start) - startCost(model, job, shift, head[job] as number);
    head[job] = start;
    touchStart(state, job);
    noteHead(next[job] as number);
    noteHead(nextInBay[job] as number);
    noteHead(state.follower[job] as number);
  }
  return true;
}

function settleTails(state: PlanState): void {
  const { tail, previous, previousInBay } = state;
  while (tails.size > 0) {
    const job = pop(tails);
    if (state.shift[job] === NONE) continue;
    const start = tailOf(state, job);
    if (start === tail[job]) continue;
    tail[job] = start;
    touch(state, job);
    noteTail(previous[job] as number);
    noteTail(previousInBay[job] as number);
    noteTail(state.model.jobs.follows[job] as number);
  }
}
