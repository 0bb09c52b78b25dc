import { NEVER, NONE, type PlanModel, type PlanPlacement, type ShiftChoices, type Stretches } from '../plan/model.ts';
import { startFrom } from '../plan/choice-rows.ts';
import { detour, insertJob, type Insertion } from '../plan/moves.ts';
import { after, before, emptyState, loadCost, quotasAllow, startCost, type PlanState } from '../plan/state.ts';

/** A start of the job with everybody else where they then have to be. */
export interface ShiftedPlan {
  readonly own: PlanPlacement;
  /** Those that stand elsewhere than before, and nobody else. */
  readonly moved: readonly PlanPlacement[];
  /** In the model's minutes; what moving costs is in it. */
  readonly cost: number;
}

export interface ShiftWanted {
  readonly model: PlanModel;
  /** Everything that stands; it may move in its shift and its bay, in its order. */
  readonly standing: readonly PlanPlacement[];
  /** Jobs that may not start sooner than they do: their parts would not be there. */
  readonly notSooner: ReadonlySet<number>;
  readonly job: number;
  readonly perMoved: number;
}

/**
 * Every start of a job for which others make room: each gap of each shift and of each bay, each start in it. Heads and tails
 * of both orders together say what is possible; whoever is in the way moves no further than needed. Cheapest first.
 */
export function shiftedPlans(wanted: ShiftWanted): readonly ShiftedPlan[] {
  const { model, standing, job } = wanted;
  const state = standingState(wanted);
  const now = new Map(standing.map((one) => [one.job, one]));
  const found: ShiftedPlan[] = [];
  const choices = model.jobs.choices[job] as ShiftChoices;
  for (const [choice, shift] of choices.shifts.entries()) {
    if ((state.count[shift] ?? 0) >= (model.shifts.mostJobs[shift] ?? 0) || !quotasAllow(state, job, shift)) continue;
    for (const gap of gapsOf(state, job, shift))
      for (const start of startsIn(choices.starts[choice] as Stretches, gap.first, gap.last, model.grid)) {
        const at = { ...gap.at, job, choice, shift, wanted: start, latest: start, parts: -NEVER };
        const moved = movedBy(state, at, now);
        if (moved === null || moved.length === 0) continue;
        const cost =
          (choices.cost[choice] ?? 0) +
          startCost(model, job, shift, start) +
          loadCost(state, shift, model.jobs.duration[job] ?? 0) -
          loadCost(state, shift, 0) +
          model.travelPerMinute * detour(state, shift, at.previous, nextOf(state, at), at.site) +
          wanted.perMoved * moved.length;
        found.push({ own: { job, shift, bayDay: at.bayDay, start }, moved, cost });
      }
  }
  return found.toSorted((one, other) => one.cost - other.cost || one.own.start - other.own.start);
}

/** All of it in its orders, free to move; the fixed jobs pinned. */
function standingState({ model, standing, notSooner }: ShiftWanted): PlanState {
  const state = emptyState(model);
  const fixed = new Set(model.fixed.map(({ job }) => job));
  const all = [...model.fixed, ...standing].toSorted((one, other) => one.start - other.start);
  for (const { job, shift, bayDay, start } of all) {
    const { shifts, starts } = model.jobs.choices[job] as ShiftChoices;
    if (fixed.has(job)) state.spare[shift] = NEVER;
    const isIn = (place: number): boolean => startFrom(starts[place] as Stretches, start, model.grid) === start;
    insertJob(state, {
      job,
      shift,
      choice: Math.max(0, [...shifts.keys()].find((place) => shifts[place] === shift && isIn(place)) ?? 0),
      previous: state.last[shift] ?? NONE,
      bayDay,
      previousInBay: bayDay === NONE ? NONE : (state.lastInBay[bayDay] ?? NONE),
      site: siteOf(model, job, bayDay),
      wanted: fixed.has(job) || notSooner.has(job) ? start : -NEVER,
      latest: fixed.has(job) ? start : NEVER,
      parts: -NEVER,
    });
  }
  return state;
}

function siteOf({ jobs, bayDays }: PlanModel, job: number, bayDay: number): number {
  const own = jobs.site[job] ?? NONE;
  return own === NONE ? (bayDays.site[bayDay] ?? 0) : own;
}

function nextOf(state: PlanState, { shift, previous }: Insertion): number {
  return (previous === NONE ? state.first[shift] : state.next[previous]) ?? NONE;
}

/** Between two jobs of a shift, and two of a bay where one is wanted, with the starts that heads and tails leave. */
interface Gap {
  readonly at: Pick<Insertion, 'previous' | 'bayDay' | 'previousInBay' | 'site'>;
  readonly first: number;
  readonly last: number;
}

function* gapsOf(state: PlanState, job: number, shift: number): Generator<Gap> {
  const { jobs, bayDays, shifts } = state.model;
  const day = shifts.day[shift];
  const rooms = jobs.bayDays[job];
  if (rooms === null || rooms === undefined) {
    const site = jobs.site[job] ?? 0;
    for (const gap of gapsOfShift(state, job, shift, site))
      yield { at: { previous: gap.previous, bayDay: NONE, previousInBay: NONE, site }, ...gap };
    return;
  }
  for (const bayDay of rooms) {
    if (bayDays.day[bayDay] !== day) continue;
    const site = siteOf(state.model, job, bayDay);
    const inBay = [...gapsOfBay(state, job, bayDay)];
    for (const gap of gapsOfShift(state, job, shift, site))
      for (const room of inBay) {
        const first = Math.max(gap.first, room.first);
        const last = Math.min(gap.last, room.last);
        if (first > last) continue;
        yield { at: { previous: gap.previous, bayDay, previousInBay: room.previous, site }, first, last };
      }
  }
}

interface OneGap {
  readonly previous: number;
  readonly first: number;
  readonly last: number;
}

function* gapsOfShift(state: PlanState, job: number, shift: number, site: number): Generator<OneGap> {
  const { model, head, tail } = state;
  const { jobs, shifts, travel, sites } = model;
  const closed = shifts.closed[shift] as Int32Array;
  const home = shifts.home[shift] ?? 0;
  const drive = (from: number, to: number): number => travel[from * sites + to] ?? 0;
  const rest = (jobs.duration[job] ?? 0) + (jobs.after[job] ?? 0);
  for (let previous: number = NONE; ;) {
    const next: number = (previous === NONE ? state.first[shift] : state.next[previous]) ?? NONE;
    const free = previous === NONE ? (shifts.from[shift] ?? 0) : (head[previous] ?? 0) + restOf(state, previous);
    const from = previous === NONE ? home : (state.site[previous] ?? 0);
    const limit = next === NONE ? (shifts.to[shift] ?? 0) : (tail[next] ?? 0) - (jobs.before[next] ?? 0);
    const to = next === NONE ? home : (state.site[next] ?? 0);
    const first = after(closed, free, drive(from, site)) + (jobs.before[job] ?? 0);
    const last = before(closed, limit, drive(site, to)) - rest;
    if (first <= last) yield { previous, first, last };
    if (next === NONE) return;
    previous = next;
  }
}

function* gapsOfBay(state: PlanState, job: number, bayDay: number): Generator<OneGap> {
  const { model, head, tail } = state;
  const { jobs, bayDays } = model;
  const turnover = bayDays.turnover[bayDay] ?? 0;
  const rest = (jobs.duration[job] ?? 0) + (jobs.after[job] ?? 0);
  for (let previous: number = NONE; ;) {
    const next: number = (previous === NONE ? state.firstInBay[bayDay] : state.nextInBay[previous]) ?? NONE;
    const free =
      previous === NONE ? (bayDays.from[bayDay] ?? 0) : (head[previous] ?? 0) + restOf(state, previous) + turnover;
    const limit = next === NONE ? (bayDays.to[bayDay] ?? 0) : (tail[next] ?? 0) - (jobs.before[next] ?? 0) - turnover;
    const first = free + (jobs.before[job] ?? 0);
    const last = limit - rest;
    if (first <= last) yield { previous, first, last };
    if (next === NONE) return;
    previous = next;
  }
}

/** Minutes from the start to the end of the busy time. */
function restOf({ model: { jobs } }: PlanState, job: number): number {
  return (jobs.duration[job] ?? 0) + (jobs.after[job] ?? 0);
}

function* startsIn(starts: Stretches, first: number, last: number, grid: number): Generator<number> {
  for (let start = startFrom(starts, first, grid); start <= last; start = startFrom(starts, start + 1, grid))
    yield start;
}

/**
 * Who has to move, and whereto, when the job is put there: from where it stands to its head or its tail, whichever it is
 * beyond. Heads and tails keep their distances, so what lies between them does too. Null when somebody has no place left.
 */
function movedBy(
  state: PlanState,
  at: Insertion,
  now: ReadonlyMap<number, PlanPlacement>,
): readonly PlanPlacement[] | null {
  const saved = state.all.slice();
  const { cost } = state;
  const moved: PlanPlacement[] = [];
  let fits = insertJob(state, at);
  if (fits)
    for (const place of now.values()) {
      const [head, tail] = [state.head[place.job] ?? 0, state.tail[place.job] ?? 0];
      if (head > tail) {
        fits = false;
        break;
      }
      const start = Math.min(Math.max(place.start, head), tail);
      if (start !== place.start) moved.push({ ...place, start });
    }
  state.all.set(saved);
  state.cost = cost;
  return fits ? moved : null;
}
