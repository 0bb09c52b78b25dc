import { choiceRows, type ChoiceRows } from './choice-rows.ts';
import { NEVER, NONE, type PlanModel, type PlanPlacement, type Quota, type StartWish } from './model.ts';

/**
 * A plan under construction: one order of jobs for each shift and one for each bay day, with the earliest start (head) and
 * the latest start (tail) of every job in the joint graph of both orders.
 */
export interface PlanState {
  readonly model: PlanModel;
  readonly rows: ChoiceRows;
  /** All lists below in one piece, so that a whole plan is copied at once. */
  readonly all: Int32Array;
  /** Shift of each job, or NONE when it is left out. */
  readonly shift: Int32Array;
  readonly bayDay: Int32Array;
  /** Place of the shift in the job's choices. */
  readonly choice: Int32Array;
  readonly previous: Int32Array;
  readonly next: Int32Array;
  readonly previousInBay: Int32Array;
  readonly nextInBay: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly count: Int32Array;
  /** Minutes of each shift that are open, neither busy nor driven. */
  readonly spare: Int32Array;
  readonly firstInBay: Int32Array;
  readonly lastInBay: Int32Array;
  /** Earliest start. The plan starts every job then. */
  readonly head: Int32Array;
  /** Latest start that lets all that follows keep its limits. */
  readonly tail: Int32Array;
  /** The job that may begin when this one has ended, or NONE. */
  readonly follower: Int32Array;
  /** Wanted not before this. */
  readonly wanted: Int32Array;
  /** Not after this. Where it is the same as `wanted` the job is pinned: it keeps that start whatever stands around it. */
  readonly latest: Int32Array;
  /** When the lot arrives that each part need is taken from. */
  readonly lotAt: Int32Array;
  /** Where the work happens, while it is placed. */
  readonly site: Int32Array;
  /** Jobs counted by each quota, and the shifts of each. */
  readonly counted: Int32Array;
  readonly quotaShifts: readonly (readonly number[])[];
  /** Service minutes by technician. */
  readonly load: Int32Array;
  /** Service minutes by day. */
  readonly dayLoad: Int32Array;
  /** Grows whenever something about the shift changes; what was worked out for it before is then old. */
  readonly version: Int32Array;
  readonly bayVersion: Int32Array;
  /** Of each part: grows whenever somebody who takes it comes, goes or moves. */
  readonly partVersion: Int32Array;
  /** The last version given out; never goes back. */
  clock: number;
  cost: number;
}

export function emptyState(model: PlanModel): PlanState {
  const jobs = model.jobs.count;
  const shifts = model.shifts.count;
  const bayDays = model.bayDays.count;
  const needs = model.jobs.part.length;
  const all = new Int32Array(
    12 * jobs +
      5 * shifts +
      3 * bayDays +
      model.lots.length +
      needs +
      model.technicians +
      model.dayLimit.length +
      model.quotas.length,
  ).fill(NONE);
  let used = 0;
  const list = (size: number): Int32Array => all.subarray(used, (used += size));
  let cost = 0;
  for (const penalty of model.jobs.penalty) cost += penalty;
  const follower = new Int32Array(jobs).fill(NONE);
  for (const [job, first] of model.jobs.follows.entries()) if (first !== NONE) follower[first] = job;
  return {
    model,
    rows: choiceRows(model),
    all,
    follower,
    shift: list(jobs),
    bayDay: list(jobs),
    choice: list(jobs),
    previous: list(jobs),
    next: list(jobs),
    previousInBay: list(jobs),
    nextInBay: list(jobs),
    head: list(jobs),
    tail: list(jobs),
    wanted: list(jobs).fill(-NEVER),
    latest: list(jobs).fill(NEVER),
    site: list(jobs),
    first: list(shifts),
    last: list(shifts),
    count: list(shifts).fill(0),
    spare: spareOf(model, list(shifts)),
    version: list(shifts).fill(0),
    firstInBay: list(bayDays),
    lastInBay: list(bayDays),
    bayVersion: list(bayDays).fill(0),
    partVersion: list(model.lots.length).fill(0),
    lotAt: list(needs).fill(-NEVER),
    load: list(model.technicians).fill(0),
    dayLoad: list(model.dayLimit.length).fill(0),
    counted: list(model.quotas.length).fill(0),
    quotaShifts: model.quotas.map((_, quota) =>
      [...model.shifts.quotas.keys()].filter((shift) => model.shifts.quotas[shift]?.includes(quota)),
    ),
    clock: 1,
    cost,
  };
}

function spareOf({ shifts }: PlanModel, spare: Int32Array): Int32Array {
  for (let shift = 0; shift < shifts.count; shift += 1) {
    const from = shifts.from[shift] as number;
    const to = shifts.to[shift] as number;
    spare[shift] = to - from;
    const closed = shifts.closed[shift] as Int32Array;
    for (let at = 0; at < closed.length; at += 2)
      spare[shift] =
        (spare[shift] as number) -
        Math.max(0, Math.min(to, closed[at + 1] as number) - Math.max(from, closed[at] as number));
  }
  return spare;
}

/** Row of the choice by which a placed job stands where it does. */
export function rowOf({ rows, choice }: PlanState, job: number): number {
  return (rows.first[job] as number) + (choice[job] as number);
}

/** When so many open minutes have passed since `from`. Closed pairs are sorted. */
export function after(closed: Int32Array, from: number, minutes: number): number {
  let end = from + minutes;
  if (minutes === 0) return end;
  for (let at = 0; at < closed.length; at += 2) {
    const shut = closed[at] as number;
    const open = closed[at + 1] as number;
    if (open <= from) continue;
    if (shut >= end) break;
    end += open - Math.max(shut, from);
  }
  return end;
}

/** From when so many open minutes lie before `until`. */
export function before(closed: Int32Array, until: number, minutes: number): number {
  let begin = until - minutes;
  if (minutes === 0) return begin;
  for (let at = closed.length - 2; at >= 0; at -= 2) {
    const shut = closed[at] as number;
    const open = closed[at + 1] as number;
    if (shut >= until) continue;
    if (open <= begin) break;
    begin -= Math.min(open, until) - shut;
  }
  return begin;
}

/** Cost of starting the job then, in that shift: minutes too late, overtime, and wishes that are not met. */
export function startCost(model: PlanModel, job: number, shift: number, start: number): number {
  let cost = tardyCost(model, job, start);
  for (const wish of model.jobs.wishes[job] as readonly StartWish[]) if (!isMet(wish, start)) cost += wish.cost;
  if (model.overtimePerMinute > 0) cost += model.overtimePerMinute * overtime(model, job, shift, start);
  return cost;
}

function isMet({ stretches }: StartWish, start: number): boolean {
  for (let at = 0; at < stretches.length; at += 2)
    if (start >= (stretches[at] as number) && start <= (stretches[at + 1] as number)) return true;
  return false;
}

/** Minutes of the work itself that lie behind the regular end of the shift. */
export function overtime({ jobs, shifts }: PlanModel, job: number, shift: number, start: number): number {
  const duration = jobs.duration[job] as number;
  return Math.min(duration, Math.max(0, start + duration - (shifts.regularTo[shift] as number)));
}

export function tardyCost({ jobs }: PlanModel, job: number, start: number): number {
  const late = start + (jobs.duration[job] as number) - (jobs.due[job] as number);
  return late > 0 ? late * (jobs.tardyPerMinute[job] as number) : 0;
}

/** Cost of the loads of the shift's technician and day above their limits when `more` minutes are added. */
export function loadCost(state: PlanState, shift: number, more: number): number {
  const { model } = state;
  const technician = model.shifts.technician[shift] as number;
  const over = (state.load[technician] as number) + more - (model.target[technician] as number);
  const cost = over > 0 ? over * model.overloadPerMinute : 0;
  if (model.reservePerMinute === 0) return cost;
  const day = model.shifts.day[shift] as number;
  const beyond = (state.dayLoad[day] as number) + more - (model.dayLimit[day] as number);
  return beyond > 0 ? cost + beyond * model.reservePerMinute : cost;
}

/** True when no quota of the shift is used up for this job. */
export function quotasAllow({ model, counted }: PlanState, job: number, shift: number): boolean {
  if (counted.length === 0) return true;
  for (const quota of model.shifts.quotas[shift] as Int32Array) {
    const { most, jobs } = model.quotas[quota] as Quota;
    if ((counted[quota] as number) >= most && (jobs === null || jobs[job] === 1)) return false;
  }
  return true;
}

/** Counts the job in, or out with -1. What was worked out for any shift that shares a quota with it is then old. */
export function count(state: PlanState, job: number, shift: number, one: 1 | -1): void {
  state.count[shift] = (state.count[shift] as number) + one;
  for (const quota of state.model.shifts.quotas[shift] as Int32Array) {
    const { jobs } = state.model.quotas[quota] as Quota;
    if (jobs !== null && jobs[job] !== 1) continue;
    state.counted[quota] = (state.counted[quota] as number) + one;
    state.clock += 1;
    for (const other of state.quotaShifts[quota] ?? []) state.version[other] = state.clock;
  }
}

/** Adds minutes of service, or takes them off, to the technician and the day of the shift. */
export function addLoad(state: PlanState, shift: number, minutes: number): void {
  const technician = state.model.shifts.technician[shift] as number;
  const day = state.model.shifts.day[shift] as number;
  state.load[technician] = (state.load[technician] as number) + minutes;
  state.dayLoad[day] = (state.dayLoad[day] as number) + minutes;
}

/** Where everything stands: each job that is placed, at its earliest start. */
export function placementsOf({ shift, bayDay, head }: PlanState): readonly PlanPlacement[] {
  return [...shift.entries()].flatMap(([job, one]) =>
    one === NONE ? [] : [{ job, shift: one, bayDay: bayDay[job] as number, start: head[job] as number }],
  );
}
