import { NONE, type ShiftChoices, type Stretches } from './model.ts';
import { settle, unsettle } from './joint-graph.ts';
import { removeJob } from './moves.ts';
import type { Workbench } from './workbench.ts';

/** Jobs that a string ruin takes on average, and the longest string (Christiaens and Vanden Berghe 2020, section 4.1). */
const AVERAGE = 10;
const LONGEST = 6;
/** Minutes of a bay cleared before and behind the work that is wished for. */
const AROUND = 30;
/** How often the work that is wished for goes in first, and has whole shifts cleared for it. */
const WISH_FIRST = 0.5;
const WHOLE_SHIFTS = 0.3;

/** Takes some jobs out, always some that have to do with each other, and brings what stays in step. */
export function ruin(bench: Workbench): void {
  bench.absent.length = 0;
  bench.wish = NONE;
  // A search that ended by an error may have left something.
  unsettle();
  const kind = bench.random.next();
  if (kind < 0.35) roomForOne(bench);
  else if (kind < 0.6 || (kind < 0.8 && bench.model.bayDays.count === 0)) strings(bench);
  else if (kind < 0.8) bayStretch(bench);
  else if (kind < 0.94) timeSlice(bench);
  else wholeShift(bench);
  settle(bench.state);
}

/**
 * Clears a shift, and a bay, for work that is left out although it is worth no less than `dear`, and which then goes in first:
 * what only few can do finds no way in by one small step after the other. False when no such work is left out.
 */
export function makeWay(bench: Workbench, dear: number): boolean {
  const { state, random, model, absent } = bench;
  const { penalty, choices, crewOf } = model.jobs;
  const isOut = (job: number): boolean =>
    state.shift[job] === NONE &&
    crewOf[job] === NONE &&
    (penalty[job] as number) >= dear &&
    (choices[job] as ShiftChoices).shifts.length > 0;
  const out = [...penalty.keys()].filter(isOut);
  if (out.length === 0) return false;
  const wish = out[random.below(out.length)] as number;
  const { shifts } = choices[wish] as ShiftChoices;
  absent.length = 0;
  absent.push(wish);
  bench.wish = wish;
  clear(bench, shifts[random.below(shifts.length)] as number);
  clearStretch(bench, wish, true);
  settle(state);
  return true;
}

/** Takes the job out, with its crew and with what follows it. */
function takeOut(bench: Workbench, job: number): void {
  const { state, absent, mates, model } = bench;
  const lead = model.jobs.crewOf[job] === NONE ? job : (model.jobs.crewOf[job] as number);
  const follower = state.follower[lead] as number;
  if (follower !== NONE && state.shift[follower] !== NONE) takeOut(bench, follower);
  removeJob(state, lead);
  absent.push(lead);
  for (const mate of mates[lead] as Int32Array) removeJob(state, mate);
}

/** Strings of jobs that follow each other, in several shifts around one job. */
function strings(bench: Workbench): void {
  const { state, random, near, isFixed, model } = bench;
  const longest = Math.min(LONGEST, model.jobs.count);
  let wanted = Math.floor(random.next() * ((4 * AVERAGE) / (1 + longest) - 1) + 1);
  const seed = random.below(model.jobs.count);
  const seen = new Set<number>();
  const list = near[seed] as Int32Array;
  for (let at = -1; at < list.length && wanted > 0; at += 1) {
    const job = at < 0 ? seed : (list[at] as number);
    const shift = state.shift[job] as number;
    if (shift === NONE || seen.has(shift) || isFixed[job] === 1) continue;
    seen.add(shift);
    removeString(bench, job, 1 + random.below(Math.min(longest, state.count[shift] as number)));
    wanted -= 1;
  }
}

/** `length` jobs in a row, `job` among them. */
function removeString(bench: Workbench, job: number, length: number): void {
  const { state, random, isFixed } = bench;
  let at = job;
  for (let back = random.below(length); back > 0 && state.previous[at] !== NONE; back -= 1)
    at = state.previous[at] as number;
  // What follows a job goes with it, so the next one may be gone as well.
  for (let taken = 0; taken < length && at !== NONE && state.shift[at] !== NONE; taken += 1) {
    const next = state.next[at] as number;
    if (isFixed[at] === 0) takeOut(bench, at);
    at = next;
  }
}

/** What lies around one moment, across technicians and bays. */
function timeSlice(bench: Workbench): void {
  const { state, random, model, isFixed, near } = bench;
  const seed = random.below(model.jobs.count);
  if (state.shift[seed] === NONE || isFixed[seed] === 1) return;
  const middle = state.head[seed] as number;
  const width = 30 + random.below(90);
  let wanted = 4 + random.below(10);
  takeOut(bench, seed);
  for (const job of near[seed] as Int32Array) {
    if (wanted === 0) break;
    if (state.shift[job] === NONE || isFixed[job] === 1) continue;
    if (Math.abs((state.head[job] as number) - middle) > width) continue;
    takeOut(bench, job);
    wanted -= 1;
  }
}

function wholeShift(bench: Workbench): void {
  const { random, model } = bench;
  if (model.shifts.count > 0) clear(bench, random.below(model.shifts.count));
}

function clear(bench: Workbench, shift: number): void {
  const { state, isFixed } = bench;
  let job = state.first[shift] as number;
  while (job !== NONE && state.shift[job] !== NONE) {
    const next = state.next[job] as number;
    if (isFixed[job] === 0) takeOut(bench, job);
    job = next;
  }
}

/** Clears whole shifts, or a stretch in some and in a bay, where a job that is left out could begin. */
function roomForOne(bench: Workbench): void {
  const { random, model } = bench;
  const wish = someLeftOut(bench);
  if (wish === NONE) {
    strings(bench);
    return;
  }
  bench.absent.push(wish);
  const { shifts } = model.jobs.choices[wish] as ShiftChoices;
  if (shifts.length === 0) return;
  if (random.next() < WISH_FIRST) bench.wish = wish;
  if (random.next() < WHOLE_SHIFTS)
    for (let more = 1 + random.below(2); more > 0; more -= 1)
      clear(bench, shifts[random.below(shifts.length)] as number);
  else for (let rows = 1 + random.below(3); rows > 0; rows -= 1) clearStretch(bench, wish, rows === 1);
}

function clearStretch(bench: Workbench, wish: number, withBay: boolean): void {
  const { state, random, model } = bench;
  const { shifts, starts } = model.jobs.choices[wish] as ShiftChoices;
  const choice = random.below(shifts.length);
  const shift = shifts[choice] as number;
  const at = someStart(bench, starts[choice] as Stretches);
  let job = state.first[shift] as number;
  while (job !== NONE && (state.head[job] as number) + (model.jobs.duration[job] as number) < at)
    job = state.next[job] as number;
  if (job === NONE) job = state.last[shift] as number;
  if (job !== NONE) removeString(bench, job, 1 + random.below(4));
  if (!withBay) return;
  const day = model.shifts.day[shift];
  const bays = model.jobs.bayDays[wish]?.filter((bayDay) => model.bayDays.day[bayDay] === day) ?? [];
  if (bays.length === 0) return;
  const bay = bays[random.below(bays.length)] as number;
  clearBay(bench, bay, at - AROUND, at + (model.jobs.duration[wish] as number) + AROUND);
}

function clearBay(bench: Workbench, bay: number, from: number, to: number): void {
  const { state, model, isFixed } = bench;
  let job = state.firstInBay[bay] as number;
  while (job !== NONE && state.shift[job] !== NONE) {
    const next = state.nextInBay[job] as number;
    const start = state.head[job] as number;
    if (start >= to) return;
    if (start + (model.jobs.duration[job] as number) > from && isFixed[job] === 0) takeOut(bench, job);
    job = next;
  }
}

/** What some bays do at about the same time. */
function bayStretch(bench: Workbench): void {
  const { random, model } = bench;
  const { from, to, day } = model.bayDays;
  const bay = random.below(model.bayDays.count);
  const middle = (from[bay] as number) + random.below((to[bay] as number) - (from[bay] as number));
  const width = 60 + random.below(150);
  clearBay(bench, bay, middle - width, middle + width);
  for (let more = random.below(3); more > 0; more -= 1) {
    const other = random.below(model.bayDays.count);
    if (day[other] === day[bay]) clearBay(bench, other, middle - width, middle + width);
  }
}

function someLeftOut({ state, random, model }: Workbench): number {
  for (let tries = 0; tries < 30; tries += 1) {
    const job = random.below(model.jobs.count);
    if (state.shift[job] === NONE && model.jobs.crewOf[job] === NONE) return job;
  }
  return NONE;
}

function someStart({ random }: Workbench, starts: Stretches): number {
  const pair = 2 * random.below(starts.length / 2);
  const low = starts[pair] as number;
  return low + random.below((starts[pair + 1] as number) - low + 1);
}
