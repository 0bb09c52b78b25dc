import { NEVER, NONE, type PlanModel } from './model.ts';
import { noteHead, noteTail, settle, touchStart, travelAt } from './joint-graph.ts';
import { addLoad, count, loadCost, rowOf, startCost, type PlanState } from './state.ts';

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

/** Writes the job into both orders and brings everything in step. False, with the state broken, when it does not fit. */
export function insertJob(state: PlanState, at: Insertion): boolean {
  noteHead(at.job);
  noteTail(at.job);
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
  noteTail(state.model.jobs.follows[at.job] as number);
  return settle(state) && (state.head[at.job] as number) <= (state.tail[at.job] as number);
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
  noteHead(next);
  noteTail(previous);
  const duration = model.jobs.duration[job] as number;
  state.cost += loadCost(state, shift, duration) - loadCost(state, shift, 0);
  addLoad(state, shift, duration);
  state.cost += (state.rows.cost[rowOf(state, job)] as number) - (model.jobs.penalty[job] as number);
}

function joinBay(state: PlanState, { job, bayDay, previousInBay }: Insertion): void {
  const { firstInBay, lastInBay } = state;
  const next = previousInBay === NONE ? (firstInBay[bayDay] as number) : (state.nextInBay[previousInBay] as number);
  link(state.previousInBay, state.nextInBay, firstInBay, lastInBay, bayDay, previousInBay, job, next);
  noteHead(next);
  noteTail(previousInBay);
}

/** Takes the job out. Heads and tails of what stays are brought in step by `settle`. */
export function removeJob(state: PlanState, job: number): void {
  const { model } = state;
  const shift = state.shift[job] as number;
  const bayDay = state.bayDay[job] as number;
  const previous = state.previous[job] as number;
  const next = state.next[job] as number;
  noteHead(next);
  noteTail(previous);
  noteTail(model.jobs.follows[job] as number);
  touchStart(state, job);
  unlink(state.previous, state.next, state.first, state.last, shift, job);
  const extra = detour(state, shift, previous, next, state.site[job] as number);
  state.cost -= model.travelPerMinute * extra;
  state.spare[shift] = (state.spare[shift] as number) + extra + busyMinutes(model, job);
  count(state, job, shift, -1);
  if (bayDay !== NONE) {
    noteHead(state.nextInBay[job] as number);
    noteTail(state.previousInBay[job] as number);
    unlink(state.previousInBay, state.nextInBay, state.firstInBay, state.lastInBay, bayDay, job);
  }
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
