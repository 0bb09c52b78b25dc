import { NEVER, NONE, type PlanModel } from './model.ts';
import { firstStart, lastStart } from './choice-rows.ts';
import { addLoad, after, before, count, loadCost, startCost, type PlanState } from './state.ts';

/** Where a job goes: behind `previous` in the shift and behind `previousInBay` in the bay day. */
export interface Insertion {
  job: number;
  /** Place of the shift in the job's choices. */
  choice: number;
  shift: number;
  previous: number;
  bayDay: number;
  previousInBay: number;
  site: number;
  /** Wanted not before this, and not after that; a job with both the same is pinned. */
  wanted: number;
  latest: number;
  /** Its parts are there from then on. */
  parts: number;
}

function travelAt(model: PlanModel, from: number, to: number): number {
  return model.travel[from * model.sites + to] as number;
}

/** Where the job's choice lies in the rows. */
export function rowOf({ rows, choice }: PlanState, job: number): number {
  return (rows.first[job] as number) + (choice[job] as number);
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

const stack: number[] = [];

/** Marks what was worked out about the job's shift and bay as old. */
export function touch(state: PlanState, job: number): void {
  state.clock += 1;
  state.version[state.shift[job] as number] = state.clock;
  const bayDay = state.bayDay[job] as number;
  if (bayDay !== NONE) state.bayVersion[bayDay] = state.clock;
}

/** The same where the job's start changes, or whether it has one: when its parts can be had by others is then old as well. */
function touchStart(state: PlanState, job: number): void {
  touch(state, job);
  const { partFirst, part } = state.model.jobs;
  for (let need = partFirst[job] as number; need < (partFirst[job + 1] as number); need += 1)
    state.partVersion[part[need] as number] = state.clock;
}

/** Works out heads from these jobs on, along both orders, and keeps the cost of starts in step. False when a start is lost. */
export function pushHeads(state: PlanState, jobs: readonly number[]): boolean {
  const { head, next, nextInBay, model } = state;
  stack.length = 0;
  for (const job of jobs) stack.push(job);
  let guard = 0;
  while (stack.length > 0) {
    const job = stack.pop() as number;
    const start = headOf(state, job);
    guard += 1;
    if (start >= NEVER || guard > 20_000) {
      stack.length = 0;
      return false;
    }
    if (start === head[job]) continue;
    const shift = state.shift[job] as number;
    state.cost += startCost(model, job, shift, start) - startCost(model, job, shift, head[job] as number);
    head[job] = start;
    touchStart(state, job);
    const behind = next[job] as number;
    if (behind !== NONE) stack.push(behind);
    const inBay = nextInBay[job] as number;
    if (inBay !== NONE) stack.push(inBay);
    const follower = state.follower[job] as number;
    if (follower !== NONE && state.shift[follower] !== NONE) stack.push(follower);
  }
  return true;
}

export function pushTails(state: PlanState, jobs: readonly number[]): void {
  const { tail, previous, previousInBay } = state;
  for (const job of jobs) stack.push(job);
  while (stack.length > 0) {
    const job = stack.pop() as number;
    const start = tailOf(state, job);
    if (start === tail[job]) continue;
    tail[job] = start;
    touch(state, job);
    const ahead = previous[job] as number;
    if (ahead !== NONE) stack.push(ahead);
    const inBay = previousInBay[job] as number;
    if (inBay !== NONE) stack.push(inBay);
    const first = state.model.jobs.follows[job] as number;
    if (first !== NONE) stack.push(first);
  }
}

/** How long the job keeps its technician. */
export function busyMinutes({ jobs }: PlanModel, job: number): number {
  return (jobs.before[job] as number) + (jobs.duration[job] as number) + (jobs.after[job] as number);
}

/** Travel that standing between the two adds, NONE being home. */
export function detour(state: PlanState, shift: number, previous: number, next: number, site: number): number {
  const { model } = state;
  const home = model.shifts.home[shift] as number;
  const from = previous === NONE ? home : (state.site[previous] as number);
  const to = next === NONE ? home : (state.site[next] as number);
  const direct = previous === NONE && next === NONE ? 0 : travelAt(model, from, to);
  return travelAt(model, from, site) + travelAt(model, site, to) - direct;
}

// What an insertion has to look at again, towards the end and towards the beginning of the orders.
const later: number[] = [];
const earlier: number[] = [];

/** Writes the job into both orders and brings everything in step. False, with the state broken, when it does not fit. */
export function insertJob(state: PlanState, at: Insertion): boolean {
  later.length = 0;
  earlier.length = 0;
  later.push(at.job);
  earlier.push(at.job);
  joinShift(state, at);
  if (at.bayDay !== NONE) joinBay(state, at);
  // Until the lots are dealt: not before what it was judged by.
  const { partFirst } = state.model.jobs;
  for (let need = partFirst[at.job] as number; need < (partFirst[at.job + 1] as number); need += 1)
    state.lotAt[need] = at.parts;
  // No start yet: the first head that is worked out counts whole.
  state.head[at.job] = -NEVER;
  state.cost += startCost(state.model, at.job, at.shift, -NEVER);
  state.tail[at.job] = NEVER;
  touchStart(state, at.job);
  const first = state.model.jobs.follows[at.job] as number;
  if (first !== NONE) earlier.push(first);
  if (!pushHeads(state, later)) return false;
  pushTails(state, earlier);
  return (state.head[at.job] as number) <= (state.tail[at.job] as number);
}

function joinShift(state: PlanState, at: Insertion): void {
  const { model } = state;
  const { job, shift, previous } = at;
  const next = previous === NONE ? (state.first[shift] as number) : (state.next[previous] as number);
  const extra = detour(state, shift, previous, next, at.site);
  state.cost += model.travelPerMinute * extra;
  state.spare[shift] = (state.spare[shift] as number) - extra - busyMinutes(model, job);
  state.shift[job] = shift;
  state.choice[job] = at.choice;
  state.bayDay[job] = at.bayDay;
  state.site[job] = at.site;
  state.wanted[job] = at.wanted;
  state.latest[job] = at.latest;
  link(state.previous, state.next, state.first, state.last, shift, previous, job, next);
  count(state, job, shift, 1);
  if (next !== NONE) later.push(next);
  if (previous !== NONE) earlier.push(previous);
  const duration = model.jobs.duration[job] as number;
  state.cost += loadCost(state, shift, duration) - loadCost(state, shift, 0);
  addLoad(state, shift, duration);
  state.cost += (state.rows.cost[rowOf(state, job)] as number) - (model.jobs.penalty[job] as number);
}

function joinBay(state: PlanState, { job, bayDay, previousInBay }: Insertion): void {
  const { firstInBay, lastInBay } = state;
  const next = previousInBay === NONE ? (firstInBay[bayDay] as number) : (state.nextInBay[previousInBay] as number);
  link(state.previousInBay, state.nextInBay, firstInBay, lastInBay, bayDay, previousInBay, job, next);
  if (next !== NONE) later.push(next);
  if (previousInBay !== NONE) earlier.push(previousInBay);
}

/** Takes the job out. Heads and tails of what stays are brought in step by `settle`. */
export function removeJob(state: PlanState, job: number): void {
  const { model } = state;
  const shift = state.shift[job] as number;
  const bayDay = state.bayDay[job] as number;
  const previous = state.previous[job] as number;
  const next = state.next[job] as number;
  touchStart(state, job);
  unlink(state.previous, state.next, state.first, state.last, shift, job);
  const extra = detour(state, shift, previous, next, state.site[job] as number);
  state.cost -= model.travelPerMinute * extra;
  state.spare[shift] = (state.spare[shift] as number) + extra + busyMinutes(model, job);
  count(state, job, shift, -1);
  if (bayDay !== NONE) unlink(state.previousInBay, state.nextInBay, state.firstInBay, state.lastInBay, bayDay, job);
  const duration = model.jobs.duration[job] as number;
  addLoad(state, shift, -duration);
  state.cost -= loadCost(state, shift, duration) - loadCost(state, shift, 0);
  state.cost -= state.rows.cost[rowOf(state, job)] as number;
  state.cost += (model.jobs.penalty[job] as number) - startCost(model, job, shift, state.head[job] as number);
  state.shift[job] = NONE;
  state.bayDay[job] = NONE;
  state.wanted[job] = -NEVER;
  state.latest[job] = NEVER;
}

function link(
  previousOf: Int32Array,
  nextOf: Int32Array,
  first: Int32Array,
  last: Int32Array,
  row: number,
  previous: number,
  job: number,
  next: number,
): void {
  previousOf[job] = previous;
  nextOf[job] = next;
  if (previous === NONE) first[row] = job;
  else nextOf[previous] = job;
  if (next === NONE) last[row] = job;
  else previousOf[next] = job;
}

function unlink(
  previousOf: Int32Array,
  nextOf: Int32Array,
  first: Int32Array,
  last: Int32Array,
  row: number,
  job: number,
): void {
  const previous = previousOf[job] as number;
  const next = nextOf[job] as number;
  if (previous === NONE) first[row] = next;
  else nextOf[previous] = next;
  if (next === NONE) last[row] = previous;
  else previousOf[next] = previous;
}
