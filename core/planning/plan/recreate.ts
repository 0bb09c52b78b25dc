import { NEVER, NONE, type ShiftChoices } from './model.ts';
import { endOf } from './joint-graph.ts';
import { busyMinutes, insertJob } from './moves.ts';
import { dealLots, partsFrom } from './parts.ts';
import { isTogether, placeTogether } from './together.ts';
import type { Workbench } from './workbench.ts';

/** Jobs left out before the round that are tried again in it. */
const RETRIED = 20;

/** Share of the rounds that look everywhere for a place for what was left out before. */
const THOROUGH = 0.1;

/** Adds jobs that are left out, near what was taken out. */
export function addLeftOut(bench: Workbench): void {
  const { state, random, near, model, absent, wasOut } = bench;
  wasOut.fill(0);
  const isThorough = random.next() < THOROUGH;
  const seed = absent[0] ?? random.below(model.jobs.count);
  const taken = absent.length;
  let wanted = RETRIED;
  for (const job of near[seed] as Int32Array) {
    if (wanted === 0) break;
    if (state.shift[job] !== NONE || model.jobs.crewOf[job] !== NONE) continue;
    if (isAmong(absent, taken, job) || random.next() < 0.2) continue;
    absent.push(job);
    // A crew and what it uses may come free on shifts that are none of its lead's.
    if (!isThorough && !isTogether(bench, job)) wasOut[job] = 1;
    wanted -= 1;
  }
}

/** True for one of the first so many. */
function isAmong(jobs: readonly number[], count: number, job: number): boolean {
  for (let at = 0; at < count; at += 1) if (jobs[at] === job) return true;
  return false;
}

/** By job. */
let scores = new Float64Array();

/**
 * Puts back what it can, each job at its cheapest place, skipping one shift with the chance `blink` for each that is open to
 * it. False when the plan broke and has to be taken back whole.
 */
export function recreate(bench: Workbench, blink: number): boolean {
  const { absent } = bench;
  inSomeOrder(bench);
  for (const job of absent) if (!putBackChain(bench, job, blink)) return false;
  return true;
}

/** One job, and then what follows it: that has its chance as soon as what it follows is there. False when the plan broke. */
export function putBackChain(bench: Workbench, first: number, blink: number): boolean {
  const { state } = bench;
  for (let job = first; job !== NONE && state.shift[job] === NONE; job = state.follower[job] as number) {
    const outcome = putBack(bench, job, blink);
    if (outcome !== 'placed') return outcome === 'left out';
  }
  return true;
}

function putBack(bench: Workbench, job: number, blink: number): 'placed' | 'left out' | 'broken' {
  const { state, users, cache, model } = bench;
  if (bench.wasOut[job] === 1 && !hasNewRoom(bench, job)) return 'left out';
  const parts = readyFrom(bench, job);
  if (parts >= NEVER) return 'left out';
  if (isTogether(bench, job)) {
    const outcome = placeTogether(bench, job, parts);
    if (outcome === 'placed') dealLots(state, users, job);
    return outcome;
  }
  const choice =
    model.jobs.bayDays[job] === null ? cheapest(bench, job, parts, blink) : cheapestWithBay(bench, job, parts, blink);
  if (choice === NONE) return 'left out';
  if (!insertJob(state, cache.place(job, choice, parts))) return 'broken';
  dealLots(state, users, job);
  return 'placed';
}

/** True when a shift that the round has changed has the open minutes for the job. */
function hasNewRoom(bench: Workbench, job: number): boolean {
  const { standingVersion, state } = bench;
  const { version, spare, rows } = state;
  const needed = leastSpare(bench, job);
  const end = rows.first[job + 1] as number;
  for (let row = rows.first[job] as number; row < end; row += 1) {
    const shift = rows.shift[row] as number;
    if (version[shift] !== standingVersion[shift] && (spare[shift] as number) >= needed) return true;
  }
  return false;
}

/** From when the parts of a job can be taken and what it follows has ended, less the job's own lead. */
function readyFrom({ state, users, model: { jobs } }: Workbench, job: number): number {
  const parts = partsFrom(state, users, job);
  const first = jobs.follows[job] as number;
  if (first === NONE) return parts;
  if (state.shift[first] === NONE) return NEVER;
  return Math.max(parts, endOf(state, first) + (jobs.lag[job] as number) - (jobs.before[job] as number));
}

/** Dear ones first, dear for their length, those with few hands, long ones, or any order. */
export function inSomeOrder({ model: { jobs }, random, absent, wish }: Workbench): void {
  if (scores.length < jobs.count) scores = new Float64Array(jobs.count);
  const kind = random.next();
  for (const job of absent) {
    const penalty = jobs.penalty[job] as number;
    const duration = jobs.duration[job] as number;
    const wobble = 0.8 + 0.4 * random.next();
    if (kind < 0.25) scores[job] = wobble;
    else if (kind < 0.55) scores[job] = (-penalty / (duration + 20)) * wobble;
    else if (kind < 0.8) scores[job] = -penalty * wobble;
    else if (kind < 0.9) scores[job] = (jobs.choices[job] as ShiftChoices).shifts.length;
    else scores[job] = -duration;
  }
  if (wish !== NONE) scores[wish] = -NEVER;
  sortByScore(absent);
}

/** By insertion: the lists are short, and it costs no calls. */
function sortByScore(jobs: number[]): void {
  for (let at = 1; at < jobs.length; at += 1) {
    const job = jobs[at] as number;
    const score = scores[job] as number;
    let place = at - 1;
    for (; place >= 0 && (scores[jobs[place] as number] as number) > score; place -= 1)
      jobs[place + 1] = jobs[place] as number;
    jobs[place + 1] = job;
  }
}

function cheapest(bench: Workbench, job: number, parts: number, blink: number): number {
  const { random, cache, wasOut, standingVersion } = bench;
  const { version, spare, rows } = bench.state;
  const begin = rows.first[job] as number;
  const count = (rows.first[job + 1] as number) - begin;
  const needed = leastSpare(bench, job);
  let least = bench.model.jobs.penalty[job] as number;
  let chosen = NONE;
  const blinked = random.next() < blink * count ? random.below(count) : NONE;
  const wasLeft = wasOut[job] === 1;
  for (let choice = 0; choice < count; choice += 1) {
    const shift = rows.shift[begin + choice] as number;
    if ((spare[shift] as number) < needed || choice === blinked) continue;
    if (wasLeft && version[shift] === standingVersion[shift]) continue;
    const cost = cache.cost(job, choice, parts, least);
    if (cost >= least) continue;
    least = cost;
    chosen = choice;
  }
  return chosen;
}

/** Open minutes without which a shift has no place for the job; a detour that is shorter than the way may win some. */
function leastSpare({ model }: Workbench, job: number): number {
  return model.isMetric ? busyMinutes(model, job) : -NEVER;
}

const bounds: number[] = [];

/** The same, shifts with the lowest bound first: most of them then need no look at the bays. */
function cheapestWithBay(bench: Workbench, job: number, parts: number, blink: number): number {
  const { model, random, cache, wasOut, standingVersion } = bench;
  const { version, spare, rows } = bench.state;
  const needed = leastSpare(bench, job);
  const begin = rows.first[job] as number;
  const count = (rows.first[job + 1] as number) - begin;
  let least = model.jobs.penalty[job] as number;
  let chosen = NONE;
  const blinked = random.next() < blink * count ? random.below(count) : NONE;
  const wasLeft = wasOut[job] === 1;
  for (let choice = 0; choice < count; choice += 1) {
    const shift = rows.shift[begin + choice] as number;
    const isSkipped =
      (spare[shift] as number) < needed || choice === blinked || (wasLeft && version[shift] === standingVersion[shift]);
    bounds[choice] = isSkipped ? NEVER : cache.bound(job, choice, parts);
  }
  for (;;) {
    let low = least;
    let next = NONE;
    for (let choice = 0; choice < count; choice += 1) {
      if ((bounds[choice] as number) >= low) continue;
      low = bounds[choice] as number;
      next = choice;
    }
    if (next === NONE) return chosen;
    bounds[next] = NEVER;
    const cost = cache.cost(job, next, parts, least);
    if (cost >= least) continue;
    least = cost;
    chosen = next;
  }
}
