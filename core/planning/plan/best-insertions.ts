import { allowedBeside } from './allowed-beside.ts';
import { NONE, type PlanModel, type PlanPlacement, type ShiftChoices, type Stretches } from './model.ts';
import { earliestParts } from './part-moments.ts';
import { byShift, siteOf } from './plan-terms.ts';
import { after, before, startCost } from './state.ts';

/** A place for one job in a plan that stays as it is; `cost` is what the objective gains (below 0) or loses by it. */
export interface Insertable extends PlanPlacement {
  readonly cost: number;
}

export interface BestInsertions {
  /** All starts on the grid that break no rule, over every technician and bay. */
  readonly feasible: number;
  /** The cheapest, however near to each other. Ties: sooner, then the first technician, then the first bay. */
  readonly cheapest: readonly Insertable[];
  /** The cheapest that differ: another technician, another half day, or at least 60 minutes apart (semantics, Suggesting). */
  readonly different: readonly Insertable[];
}

const APART = 60;
const HALF_DAY = 720;

/**
 * Every place of the job among placements that stay where they are, each shift, gap, bay and start on the grid looked at. The
 * job's own placement, when there is one, counts as taken out. A crew is not placed so: its members are looked at one by one.
 */
export function bestInsertions(
  model: PlanModel,
  placements: readonly PlanPlacement[],
  job: number,
  count: number,
): BestInsertions {
  const others = placements.filter((one) => one.job !== job);
  const found: Found = { shift: [], bayDay: [], start: [], cost: [] };
  enumerate(model, others, job, found);
  return {
    feasible: found.start.length,
    cheapest: choose(model, found, job, count, (one, other) => one !== other),
    different: choose(model, found, job, count, (one, other) => differ(model, found, one, other)),
  };
}

/** Parallel lists: there may be a hundred thousand. */
interface Found {
  readonly shift: number[];
  readonly bayDay: number[];
  readonly start: number[];
  readonly cost: number[];
}

function enumerate(model: PlanModel, others: readonly PlanPlacement[], job: number, found: Found): void {
  const { jobs, shifts } = model;
  const parts = earliestParts(model, others, job);
  if (parts === undefined) return;
  const rows = byShift(model, others);
  const bays = baysFor(model, others, job);
  const loadCost = loadCosts(model, others, job);
  const choices = jobs.choices[job] as ShiftChoices;
  const allowed = allowedBeside(model, others, job);
  const earliest = Math.max(parts + (jobs.before[job] ?? 0), allowed.first);
  for (const [choice, shift] of choices.shifts.entries()) {
    const row = rows[shift] ?? [];
    if (row.length >= (shifts.mostJobs[shift] ?? 0) || !allowed.shift(shift)) continue;
    const fixed = (choices.cost[choice] ?? 0) + loadCost(shift) - (jobs.penalty[job] ?? 0);
    const starts = choices.starts[choice] ?? new Int32Array();
    for (const { site, rooms } of bays)
      for (let place = 0; place <= row.length; place += 1) {
        const gap = gapAt(model, job, shift, site, row[place - 1], row[place]);
        const least = Math.max(gap.first, earliest);
        const most = Math.min(gap.last, allowed.last);
        for (const { bayDay, first, last } of rooms)
          for (const start of startsBetween(starts, Math.max(least, first), Math.min(most, last), model.grid)) {
            if (!allowed.start(start)) continue;
            found.shift.push(shift);
            found.bayDay.push(bayDay);
            found.start.push(start);
            found.cost.push(fixed + gap.cost + startCost(model, job, shift, start));
          }
      }
  }
}

interface Gap {
  /** First and last start that the neighbours allow. */
  readonly first: number;
  readonly last: number;
  /** Cost of the drive. */
  readonly cost: number;
}

function gapAt(
  model: PlanModel,
  job: number,
  shift: number,
  site: number,
  ahead: PlanPlacement | undefined,
  behind: PlanPlacement | undefined,
): Gap {
  const { jobs, shifts, travel, sites } = model;
  const home = shifts.home[shift] ?? 0;
  const closed = shifts.closed[shift] ?? new Int32Array();
  const from = ahead === undefined ? home : siteOf(model, ahead);
  const to = behind === undefined ? home : siteOf(model, behind);
  const here = travel[from * sites + site] ?? 0;
  const away = travel[site * sites + to] ?? 0;
  const direct = ahead === undefined && behind === undefined ? 0 : (travel[from * sites + to] ?? 0);
  const free = ahead === undefined ? (shifts.from[shift] ?? 0) : endOf(model, ahead);
  const limit = behind === undefined ? (shifts.to[shift] ?? 0) : behind.start - (jobs.before[behind.job] ?? 0);
  return {
    first: after(closed, free, here) + (jobs.before[job] ?? 0),
    last: before(closed, limit, away) - (jobs.after[job] ?? 0) - (jobs.duration[job] ?? 0),
    cost: model.travelPerMinute * (here + away - direct),
  };
}

/** When the busy time of a placement ends. */
function endOf({ jobs }: PlanModel, { job, start }: PlanPlacement): number {
  return start + (jobs.duration[job] ?? 0) + (jobs.after[job] ?? 0);
}

interface BaysOfSite {
  readonly site: number;
  /** Starts from `first` to `last` that a bay has room for. */
  readonly rooms: readonly { readonly bayDay: number; readonly first: number; readonly last: number }[];
}

/** Where the work could happen and when the bays there are free; work without a bay is free at its own site. */
function baysFor(model: PlanModel, others: readonly PlanPlacement[], job: number): readonly BaysOfSite[] {
  const { jobs, bayDays } = model;
  const wanted = jobs.bayDays[job] ?? null;
  if (wanted === null) {
    const rooms = [{ bayDay: NONE, first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY }];
    return [{ site: jobs.site[job] ?? 0, rooms }];
  }
  const busy = Map.groupBy(others, (one) => one.bayDay);
  const own = jobs.site[job] ?? NONE;
  const sites = Map.groupBy(wanted, (bayDay) => (own === NONE ? (bayDays.site[bayDay] ?? 0) : own));
  return [...sites].map(([site, all]) => ({
    site,
    rooms: all.flatMap((bayDay) => roomsIn(model, job, bayDay, busy.get(bayDay) ?? [])),
  }));
}

function roomsIn(
  model: PlanModel,
  job: number,
  bayDay: number,
  busy: readonly PlanPlacement[],
): BaysOfSite['rooms'][number][] {
  const { jobs, bayDays } = model;
  const turnover = bayDays.turnover[bayDay] ?? 0;
  const lead = jobs.before[job] ?? 0;
  const rest = (jobs.duration[job] ?? 0) + (jobs.after[job] ?? 0);
  const row = busy.toSorted((one, other) => one.start - other.start);
  return Array.from({ length: row.length + 1 }, (_, place) => {
    const [ahead, behind] = [row[place - 1], row[place]];
    const free = ahead === undefined ? (bayDays.from[bayDay] ?? 0) : endOf(model, ahead) + turnover;
    const limit =
      behind === undefined ? (bayDays.to[bayDay] ?? 0) : behind.start - (jobs.before[behind.job] ?? 0) - turnover;
    return { bayDay, first: free + lead, last: limit - rest };
  }).filter(({ first, last }) => first <= last);
}

function* startsBetween(starts: Stretches, first: number, last: number, grid: number): Generator<number> {
  for (let at = 0; at < starts.length; at += 2) {
    const low = Math.max(Math.ceil(first / grid) * grid, starts[at] ?? 0);
    const high = Math.min(last, starts[at + 1] ?? 0);
    for (let start = low; start <= high; start += grid) yield start;
  }
}

/** What the job's minutes cost by shift: above the technician's target, and above what the day may hold. */
function loadCosts(model: PlanModel, others: readonly PlanPlacement[], job: number): (shift: number) => number {
  const { jobs, shifts } = model;
  const load = new Int32Array(model.technicians);
  const dayLoad = new Int32Array(model.dayLimit.length);
  for (const other of others) {
    const duration = jobs.duration[other.job] ?? 0;
    const technician = shifts.technician[other.shift] ?? 0;
    const day = shifts.day[other.shift] ?? 0;
    load[technician] = (load[technician] ?? 0) + duration;
    dayLoad[day] = (dayLoad[day] ?? 0) + duration;
  }
  const more = jobs.duration[job] ?? 0;
  const grown = (now: number, limit: number): number => Math.max(0, now + more - limit) - Math.max(0, now - limit);
  return (shift) => {
    const technician = shifts.technician[shift] ?? 0;
    const day = shifts.day[shift] ?? 0;
    return (
      model.overloadPerMinute * grown(load[technician] ?? 0, model.target[technician] ?? 0) +
      model.reservePerMinute * grown(dayLoad[day] ?? 0, model.dayLimit[day] ?? 0)
    );
  };
}

/** The best ones, one after the other, each fit to stand beside those before it. */
function choose(
  model: PlanModel,
  found: Found,
  job: number,
  count: number,
  isFit: (one: number, other: number) => boolean,
): readonly Insertable[] {
  const chosen: number[] = [];
  while (chosen.length < count) {
    let best = NONE;
    for (let one = 0; one < found.start.length; one += 1) {
      if (best !== NONE && !isBefore(model, found, one, best)) continue;
      if (chosen.every((other) => isFit(one, other))) best = one;
    }
    if (best === NONE) break;
    chosen.push(best);
  }
  return chosen.map((one) => ({
    job,
    shift: found.shift[one] ?? NONE,
    bayDay: found.bayDay[one] ?? NONE,
    start: found.start[one] ?? 0,
    cost: found.cost[one] ?? 0,
  }));
}

function isBefore({ shifts, bayDays }: PlanModel, found: Found, one: number, other: number): boolean {
  const byCost = (found.cost[one] ?? 0) - (found.cost[other] ?? 0);
  if (byCost !== 0) return byCost < 0;
  const byStart = (found.start[one] ?? 0) - (found.start[other] ?? 0);
  if (byStart !== 0) return byStart < 0;
  const technician = (place: number): number => shifts.technician[found.shift[place] ?? 0] ?? 0;
  if (technician(one) !== technician(other)) return technician(one) < technician(other);
  const bay = (place: number): number => bayDays.bay[found.bayDay[place] ?? NONE] ?? NONE;
  return bay(one) < bay(other);
}

function differ({ shifts }: PlanModel, found: Found, one: number, other: number): boolean {
  const [a, b] = [found.start[one] ?? 0, found.start[other] ?? 0];
  if (Math.abs(a - b) >= APART || Math.floor(a / HALF_DAY) !== Math.floor(b / HALF_DAY)) return true;
  return shifts.technician[found.shift[one] ?? 0] !== shifts.technician[found.shift[other] ?? 0];
}
