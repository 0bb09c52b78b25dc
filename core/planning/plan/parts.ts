import { NEVER, NONE, type Lot, type PlanModel } from './model.ts';
import type { PlanState } from './state.ts';

/** Which part needs take each part: places in the list of needs, with the job of each. */
export interface PartUsers {
  readonly needs: readonly Int32Array[];
  readonly jobOf: Int32Array;
  /** What was worked out last for each need, and the version of its part that it was worked out for. */
  readonly enoughFrom: Int32Array;
  readonly version: Int32Array;
}

export function partUsers({ jobs, lots }: PlanModel): PartUsers {
  const jobOf = new Int32Array(jobs.part.length);
  for (let job = 0; job < jobs.count; job += 1)
    for (let need = jobs.partFirst[job] as number; need < (jobs.partFirst[job + 1] as number); need += 1)
      jobOf[need] = job;
  const needs = lots.map((_, part) =>
    Int32Array.from([...jobs.part.keys()].filter((need) => jobs.part[need] === part)),
  );
  return {
    needs,
    jobOf,
    enoughFrom: new Int32Array(jobOf.length),
    version: new Int32Array(jobOf.length).fill(NONE),
  };
}

/** When a placed job takes its parts. */
function takenAt({ model, head }: PlanState, job: number): number {
  return (head[job] as number) - (model.jobs.before[job] as number);
}

/**
 * The earliest moment from which the parts of a job that is left out can be taken, so that nobody who takes some later
 * goes short. NEVER when they are not enough.
 */
export function partsFrom(state: PlanState, users: PartUsers, job: number): number {
  const { jobs } = state.model;
  let from = -NEVER;
  for (let need = jobs.partFirst[job] as number; need < (jobs.partFirst[job + 1] as number); need += 1) {
    const part = jobs.part[need] as number;
    const version = state.partVersion[part] as number;
    if (users.version[need] !== version) {
      users.version[need] = version;
      users.enoughFrom[need] = enoughFrom(state, users, part, jobs.quantity[need] as number);
    }
    const at = users.enoughFrom[need] as number;
    if (at > from) from = at;
  }
  return from;
}

function enoughFrom(state: PlanState, users: PartUsers, part: number, quantity: number): number {
  const { model } = state;
  const lots = model.lots[part] ?? [];
  const needs = users.needs[part] as Int32Array;
  // Latest moment at which what is there would not reach: nothing can be taken at or before it.
  let short = -NEVER;
  for (const need of needs) {
    const job = users.jobOf[need] as number;
    if (state.shift[job] === NONE) continue;
    const moment = takenAt(state, job);
    if (moment > short && leftAt(state, users, part, moment) < quantity) short = moment;
  }
  // Only a lot adds to what is there: taking is possible from the first one on that leaves enough.
  for (const lot of lots) if (lot.at > short && leftAt(state, users, part, lot.at) >= quantity) return lot.at;
  return NEVER;
}

function leftAt(state: PlanState, users: PartUsers, part: number, moment: number): number {
  const { model } = state;
  let left = 0;
  for (const lot of model.lots[part] ?? []) if (lot.at <= moment) left += lot.quantity;
  for (const need of users.needs[part] as Int32Array) {
    const job = users.jobOf[need] as number;
    if (state.shift[job] !== NONE && takenAt(state, job) <= moment) left -= model.jobs.quantity[need] as number;
  }
  return left;
}

/**
 * Gives every placed taker of the job's parts its lots, the latest that have arrived when it takes them. Whatever moves to the
 * right keeps them; nothing moves further to the left than its lots allow.
 */
export function dealLots(state: PlanState, users: PartUsers, job: number): void {
  const { jobs } = state.model;
  for (let need = jobs.partFirst[job] as number; need < (jobs.partFirst[job + 1] as number); need += 1)
    dealPart(state, users, jobs.part[need] as number);
}

const takers: number[] = [];
const left: number[] = [];

function dealPart(state: PlanState, users: PartUsers, part: number): void {
  const { model, lotAt } = state;
  const lots = model.lots[part] ?? [];
  let count = 0;
  const at = (need: number): number => takenAt(state, users.jobOf[need] as number);
  for (const need of users.needs[part] as Int32Array) {
    if (state.shift[users.jobOf[need] as number] === NONE) continue;
    let place = count;
    for (; place > 0 && at(takers[place - 1] as number) > at(need); place -= 1)
      takers[place] = takers[place - 1] as number;
    takers[place] = need;
    count += 1;
  }
  for (let place = 0; place < lots.length; place += 1) left[place] = (lots[place] as Lot).quantity;
  for (let taker = 0; taker < count; taker += 1) {
    const need = takers[taker] as number;
    let wanted = model.jobs.quantity[need] as number;
    let latest = -NEVER;
    for (let place = lots.length - 1; place >= 0 && wanted > 0; place -= 1) {
      const lot = lots[place] as Lot;
      if (lot.at > at(need)) continue;
      const taken = Math.min(wanted, left[place] as number);
      if (taken === 0) continue;
      left[place] = (left[place] as number) - taken;
      wanted -= taken;
      if (lot.at > latest) latest = lot.at;
    }
    lotAt[need] = latest;
  }
}
