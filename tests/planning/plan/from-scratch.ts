import {
  NEVER,
  NONE,
  type PlanModel,
  type PlanPlacement,
  type ShiftChoices,
} from '../../../core/planning/plan/model.ts';
import { termsOf, totalOf } from '../../../core/planning/plan/plan-terms.ts';
import type { PlanState } from '../../../core/planning/plan/state.ts';
import { startFrom } from '../../../core/planning/plan/choice-rows.ts';
import { after, before } from '../../../core/planning/plan/state.ts';

/**
 * What a state must hold, worked out anew from nothing but its two orders: earliest and latest starts by going round until
 * nothing changes, loads and the objective from the placements. Answers the first thing that differs.
 */
export function differenceFromScratch(state: PlanState): string | undefined {
  const { model } = state;
  const orders = ordersOf(state);
  if (typeof orders === 'string') return orders;
  const heads = earliest(state, orders);
  for (const job of orders.placed)
    if (heads[job] !== state.head[job]) return `job ${job} starts at ${state.head[job]}, earliest is ${heads[job]}`;
  const tails = latest(state, orders);
  for (const job of orders.placed)
    if (tails[job] !== state.tail[job]) return `job ${job} may wait until ${state.tail[job]}, latest is ${tails[job]}`;
  const placements = placementsOf(state, orders.placed);
  const cost = totalOf(termsOf(model, placements));
  if (cost !== state.cost) return `the plan costs ${cost}, the state says ${state.cost}`;
  return loadDifference(state, placements);
}

export function placementsOf(state: PlanState, placed: readonly number[]): readonly PlanPlacement[] {
  return placed.map((job) => ({
    job,
    shift: state.shift[job] ?? NONE,
    bayDay: state.bayDay[job] ?? NONE,
    start: state.head[job] ?? 0,
  }));
}

interface Orders {
  readonly placed: readonly number[];
  /** Neighbours of each placed job, NONE for none: shift before and behind, bay before and behind. */
  readonly before: ReadonlyMap<number, number>;
  readonly behind: ReadonlyMap<number, number>;
  readonly beforeInBay: ReadonlyMap<number, number>;
  readonly behindInBay: ReadonlyMap<number, number>;
}

/** Both orders as the lists say them from the front; a text when back links or counts say something else. */
function ordersOf(state: PlanState): Orders | string {
  const { model } = state;
  const placed: number[] = [];
  const around = { before: new Map<number, number>(), behind: new Map<number, number>() };
  const inBay = { before: new Map<number, number>(), behind: new Map<number, number>() };
  for (let shift = 0; shift < model.shifts.count; shift += 1) {
    const row = rowFrom(state.first[shift] ?? NONE, state.next);
    if (row.some((job) => state.shift[job] !== shift)) return `a job in the order of shift ${shift} says another one`;
    if (row.length !== state.count[shift]) return `shift ${shift} counts ${state.count[shift]}, has ${row.length}`;
    if ((row.at(-1) ?? NONE) !== state.last[shift]) return `shift ${shift} ends with another job than it says`;
    if (!note(row, around, state.previous)) return `shift ${shift} reads otherwise from behind`;
    placed.push(...row);
  }
  for (let bayDay = 0; bayDay < model.bayDays.count; bayDay += 1) {
    const row = rowFrom(state.firstInBay[bayDay] ?? NONE, state.nextInBay);
    if (row.some((job) => state.bayDay[job] !== bayDay))
      return `a job in the order of bay day ${bayDay} says another one`;
    if ((row.at(-1) ?? NONE) !== state.lastInBay[bayDay]) return `bay day ${bayDay} ends with another job than it says`;
    if (!note(row, inBay, state.previousInBay)) return `bay day ${bayDay} reads otherwise from behind`;
  }
  const count = state.shift.reduce((sum, shift) => sum + (shift === NONE ? 0 : 1), 0);
  if (count !== placed.length) return `${count} jobs have a shift, ${placed.length} are in an order`;
  return { placed, ...around, beforeInBay: inBay.before, behindInBay: inBay.behind };
}

function rowFrom(first: number, next: Int32Array): readonly number[] {
  const row: number[] = [];
  for (let job = first; job !== NONE && row.length <= next.length; job = next[job] ?? NONE) row.push(job);
  return row;
}

function note(
  row: readonly number[],
  links: { readonly before: Map<number, number>; readonly behind: Map<number, number> },
  previous: Int32Array,
): boolean {
  return row.every((job, place) => {
    links.before.set(job, row[place - 1] ?? NONE);
    links.behind.set(job, row[place + 1] ?? NONE);
    return (previous[job] ?? NONE) === (row[place - 1] ?? NONE);
  });
}

/** Starts from the front: nobody before the neighbours, the parts, the wish and the grid allow. */
function earliest(state: PlanState, orders: Orders): Int32Array {
  const { jobs, shifts, bayDays, grid } = state.model;
  const heads = new Int32Array(jobs.count).fill(-NEVER);
  settle(orders.placed, heads, (job) => {
    const shift = state.shift[job] ?? 0;
    const ahead = orders.before.get(job) ?? NONE;
    const free = ahead === NONE ? (shifts.from[shift] ?? 0) : endOf(state.model, heads, ahead);
    let from = after(closedIn(state.model, shift), free, way(state, shift, ahead, job));
    const bayDay = state.bayDay[job] ?? NONE;
    if (bayDay !== NONE) {
      const inBay = orders.beforeInBay.get(job) ?? NONE;
      const turned =
        inBay === NONE ? (bayDays.from[bayDay] ?? 0) : endOf(state.model, heads, inBay) + turnover(state, bayDay);
      from = Math.max(from, turned);
    }
    for (let need = jobs.partFirst[job] ?? 0; need < (jobs.partFirst[job + 1] ?? 0); need += 1)
      from = Math.max(from, state.lotAt[need] ?? 0);
    return startFrom(startsOf(state, job), Math.max(from + (jobs.before[job] ?? 0), state.wanted[job] ?? 0), grid);
  });
  return heads;
}

/** Starts from the back: nobody so late that those behind lose a limit. */
function latest(state: PlanState, orders: Orders): Int32Array {
  const { jobs, shifts, bayDays, grid } = state.model;
  const tails = new Int32Array(jobs.count).fill(NEVER);
  settle(orders.placed, tails, (job) => {
    const shift = state.shift[job] ?? 0;
    const behind = orders.behind.get(job) ?? NONE;
    const limit = behind === NONE ? (shifts.to[shift] ?? 0) : (tails[behind] ?? 0) - (jobs.before[behind] ?? 0);
    let until = before(closedIn(state.model, shift), limit, way(state, shift, job, behind));
    const bayDay = state.bayDay[job] ?? NONE;
    if (bayDay !== NONE) {
      const inBay = orders.behindInBay.get(job) ?? NONE;
      const free =
        inBay === NONE
          ? (bayDays.to[bayDay] ?? 0)
          : (tails[inBay] ?? 0) - (jobs.before[inBay] ?? 0) - turnover(state, bayDay);
      until = Math.min(until, free);
    }
    const most = Math.min(until - (jobs.after[job] ?? 0) - (jobs.duration[job] ?? 0), state.latest[job] ?? NEVER);
    return lastStart(startsOf(state, job), Math.floor(most / grid) * grid);
  });
  return tails;
}

/** On the grid and in a stretch, not after `most`; -NEVER when there is none. */
function lastStart(stretches: Int32Array, most: number): number {
  let last = -NEVER;
  for (let at = 0; at < stretches.length; at += 2)
    if ((stretches[at] ?? 0) <= most) last = Math.max(last, Math.min(most, stretches[at + 1] ?? 0));
  return last;
}

/** Goes round until nothing changes. */
function settle(placed: readonly number[], starts: Int32Array, startOf: (job: number) => number): void {
  for (let round = 0; round <= placed.length; round += 1) {
    let changed = false;
    for (const job of placed) {
      const start = startOf(job);
      changed ||= start !== starts[job];
      starts[job] = start;
    }
    if (!changed) return;
  }
  throw new Error('The two orders contradict each other');
}

function endOf({ jobs }: PlanModel, heads: Int32Array, job: number): number {
  return (heads[job] ?? 0) + (jobs.duration[job] ?? 0) + (jobs.after[job] ?? 0);
}

function closedIn({ shifts }: PlanModel, shift: number): Int32Array {
  return shifts.closed[shift] ?? new Int32Array();
}

function turnover({ model }: PlanState, bayDay: number): number {
  return model.bayDays.turnover[bayDay] ?? 0;
}

function startsOf({ model, choice }: PlanState, job: number): Int32Array {
  return (model.jobs.choices[job] as ShiftChoices).starts[choice[job] ?? 0] ?? new Int32Array();
}

/** Minutes from one job to the next; home where there is none. */
function way({ model, site }: PlanState, shift: number, from: number, to: number): number {
  const home = model.shifts.home[shift] ?? 0;
  const at = (job: number): number => (job === NONE ? home : (site[job] ?? 0));
  return model.travel[at(from) * model.sites + at(to)] ?? 0;
}

function loadDifference(state: PlanState, placements: readonly PlanPlacement[]): string | undefined {
  const { jobs, shifts, technicians } = state.model;
  const load = new Int32Array(technicians);
  for (const { job, shift } of placements) {
    const technician = shifts.technician[shift] ?? 0;
    load[technician] = (load[technician] ?? 0) + (jobs.duration[job] ?? 0);
  }
  const wrong = load.findIndex((minutes, technician) => minutes !== state.load[technician]);
  return wrong < 0 ? undefined : `technician ${wrong} has ${load[wrong]} minutes, the state says ${state.load[wrong]}`;
}
