import { firstStart, pinnedRow } from './choice-rows.ts';
import { NEVER, NONE, type StartWish } from './model.ts';
import { isAcyclic } from './acyclic.ts';
import type { Evaluation, Evaluator } from './evaluator.ts';
import { pushCost, type Pushing } from './push-cost.ts';
import { after, loadCost, quotasAllow, startCost, tardyCost } from './state.ts';

/**
 * Finds the cheapest place of a job that is left out in one of its shifts, if one costs less than `most`. `parts` is when its
 * parts can be taken and what it follows is done, less its own lead.
 */
export function evaluate(
  around: Evaluator,
  job: number,
  choice: number,
  parts: number,
  into: Evaluation,
  most = NEVER,
): void {
  begin(around, job, choice, into);
  if (into.job === NONE) return;
  into.cost = most;
  into.parts = parts;
  const { state } = around;
  const { jobs, shifts } = state.model;
  const groups = around.bays[job];
  if (groups === undefined) alongShift(around, jobs.site[job] as number, null, parts, false, into);
  else
    for (const { site, bayDays } of groups[shifts.day[into.shift] as number] ?? [])
      alongShift(around, site, bayDays, parts, false, into);
}

/** A cost that no place of the job in the shift goes below, whatever the bays are doing. */
export function lowerBound(around: Evaluator, job: number, choice: number, parts: number, into: Evaluation): number {
  begin(around, job, choice, into);
  if (into.job === NONE) return NEVER;
  const groups = around.bays[job]?.[around.state.model.shifts.day[into.shift] as number] ?? [];
  for (const { site, bayDays } of groups) alongShift(around, site, bayDays, parts, true, into);
  return into.cost;
}

function begin({ state }: Evaluator, job: number, choice: number, into: Evaluation): void {
  const { jobs, shifts } = state.model;
  const { rows } = state;
  const row = (rows.first[job] as number) + choice;
  const shift = rows.shift[row] as number;
  into.cost = NEVER;
  into.job = NONE;
  if ((state.count[shift] as number) >= (shifts.mostJobs[shift] as number)) return;
  if (!quotasAllow(state, job, shift)) return;
  into.job = job;
  into.choice = choice;
  into.shift = shift;
  into.fixed =
    (rows.cost[row] as number) + loadCost(state, shift, jobs.duration[job] as number) - loadCost(state, shift, 0);
}

/** A place between two jobs of a shift that the technician allows. */
interface Gap {
  previous: number;
  next: number;
  site: number;
  /** Earliest start there. */
  start: number;
  /** Minutes to the next place, and when the job has to have got there. */
  away: number;
  limit: number;
  /** Cost of the technician and the drive. */
  cost: number;
  /** The same with the minutes that even the earliest start is late: no start there costs less. */
  least: number;
  /** Row of the starts that are possible. */
  row: number;
  closed: Int32Array;
  /** Minutes from the start to the end of the busy time. */
  rest: number;
}

const NOTHING = new Int32Array();
const gap: Gap = {
  previous: NONE,
  next: NONE,
  site: 0,
  start: 0,
  away: 0,
  limit: 0,
  cost: 0,
  least: 0,
  row: 0,
  closed: NOTHING,
  rest: 0,
};

function alongShift(
  around: Evaluator,
  site: number,
  bayDays: Int32Array | null,
  parts: number,
  boundOnly: boolean,
  into: Evaluation,
): void {
  const { state } = around;
  const { model, rows, head, tail } = state;
  const { jobs, shifts, travel, sites, grid } = model;
  const { job, choice, shift, fixed } = into;
  const closed = shifts.closed[shift] as Int32Array;
  const own = (rows.first[job] as number) + choice;
  const row = around.pin === NONE ? own : pinnedRow(rows, own, around.pin, grid);
  const lead = jobs.before[job] as number;
  const rest = (jobs.duration[job] as number) + (jobs.after[job] as number);
  const home = shifts.home[shift] as number;
  const room = (state.spare[shift] as number) - lead - rest;
  if (room < 0 && model.isMetric) return;
  // Most gaps lie too early or too late for the job, which is quicker to see than what the drive would be.
  const soonest = firstStart(rows, row, parts + lead, grid);
  if (soonest >= NEVER) return;
  const last = (rows.starts[(rows.startsAt[row + 1] as number) - 1] as number) - lead;
  let previous = NONE;
  let place = home;
  let free = shifts.from[shift] as number;
  let next = state.first[shift] as number;
  while (free <= last) {
    const to = next === NONE ? home : (state.site[next] as number);
    const limit = next === NONE ? (shifts.to[shift] as number) : (tail[next] as number) - (jobs.before[next] as number);
    if (soonest + rest <= limit) {
      const here = travel[place * sites + site] as number;
      const away = travel[site * sites + to] as number;
      const direct = previous === NONE && next === NONE ? 0 : (travel[place * sites + to] as number);
      const extra = here + away - direct;
      const cost = fixed + model.travelPerMinute * extra;
      if (cost < into.cost && extra <= room) {
        const start = firstStart(rows, row, Math.max(parts, after(closed, free, here)) + lead, grid);
        // Further on in the shift it only gets later.
        if (start >= NEVER) return;
        const least = around.timed ? cost + tardyCost(model, job, start) : cost;
        if (least < into.cost && after(closed, start + rest, away) <= limit) {
          gap.previous = previous;
          gap.next = next;
          gap.site = site;
          gap.start = start;
          gap.away = away;
          gap.limit = limit;
          gap.cost = cost;
          gap.least = least;
          gap.row = row;
          gap.closed = closed;
          gap.rest = rest;
          if (boundOnly) into.cost = least;
          else if (bayDays === null) {
            if (isAcyclic(state, job, gap, NONE, NONE)) offer(around, NONE, NONE, NONE, start, NEVER, into);
          } else
            for (const bayDay of bayDays) {
              inBay(around, bayDay, into);
              if (into.cost <= least) break;
            }
        }
      }
    }
    if (next === NONE) return;
    previous = next;
    place = to;
    free = (head[next] as number) + (jobs.duration[next] as number) + (jobs.after[next] as number);
    next = state.next[next] as number;
  }
}

/** Every stretch of the bay day that the job could begin in, from the start on that the technician allows. */
function inBay(around: Evaluator, bayDay: number, into: Evaluation): void {
  const { state } = around;
  const { model, head, tail } = state;
  const { jobs, bayDays, grid } = model;
  const { start: earliest, rest, away, limit, closed, row, least } = gap;
  const lead = jobs.before[into.job] as number;
  const turnover = bayDays.turnover[bayDay] as number;
  let ahead = NONE;
  for (;;) {
    const behind: number = ahead === NONE ? (state.firstInBay[bayDay] as number) : (state.nextInBay[ahead] as number);
    const until =
      behind === NONE
        ? (bayDays.to[bayDay] as number)
        : (tail[behind] as number) - (jobs.before[behind] as number) - turnover;
    if (earliest + rest <= until) {
      const free =
        ahead === NONE
          ? (bayDays.from[bayDay] as number)
          : (head[ahead] as number) + (jobs.duration[ahead] as number) + (jobs.after[ahead] as number) + turnover;
      const start = free + lead <= earliest ? earliest : firstStart(state.rows, row, free + lead, grid);
      if (start >= NEVER || after(closed, start + rest, away) > limit) return;
      if (start + rest <= until && isAcyclic(state, into.job, gap, ahead, behind))
        offer(around, bayDay, ahead, behind, start, until, into);
      if (into.cost <= least) return;
    }
    if (behind === NONE) return;
    ahead = behind;
  }
}

/** Weighs a feasible start in the gap, and a later one in a preferred stretch when the first is in none. */
function offer(
  around: Evaluator,
  bayDay: number,
  ahead: number,
  behind: number,
  start: number,
  until: number,
  into: Evaluation,
): void {
  const { rows, model } = around.state;
  const { jobs, grid } = model;
  weigh(around, bayDay, ahead, behind, start, -NEVER, into);
  if (!around.timed || around.pin !== NONE) return;
  for (const { stretches } of jobs.wishes[into.job] as readonly StartWish[])
    for (let at = 0; at < stretches.length; at += 2) {
      const low = stretches[at] as number;
      if (low <= start) continue;
      const later = firstStart(rows, gap.row, low, grid);
      if (later > (stretches[at + 1] as number)) continue;
      if (later + gap.rest > until || after(gap.closed, later + gap.rest, gap.away) > gap.limit) break;
      weigh(around, bayDay, ahead, behind, later, later, into);
    }
}

const pushing: Pushing = { end: 0, away: 0, closed: NOTHING, next: NONE, nextInBay: NONE, bayDay: NONE };

function weigh(
  { state, timed, pin }: Evaluator,
  bayDay: number,
  ahead: number,
  behind: number,
  start: number,
  wanted: number,
  into: Evaluation,
): void {
  let { cost } = gap;
  if (timed) {
    cost += startCost(state.model, into.job, into.shift, start);
    if (cost >= into.cost) return;
    pushing.end = start + gap.rest;
    pushing.away = gap.away;
    pushing.closed = gap.closed;
    pushing.next = gap.next;
    pushing.nextInBay = behind;
    pushing.bayDay = bayDay;
    cost += pushCost(state, pushing, into.cost - cost);
  }
  if (cost >= into.cost) return;
  into.cost = cost;
  into.start = start;
  into.previous = gap.previous;
  into.bayDay = bayDay;
  into.previousInBay = ahead;
  into.site = gap.site;
  into.wanted = pin === NONE ? wanted : pin;
  into.latest = pin === NONE ? NEVER : pin;
}
