import { NEVER, NONE, type PlanModel, type StartWish } from './model.ts';
import type { Insertion } from './moves.ts';
import type { PartUsers } from './parts.ts';
import type { PlanState } from './state.ts';

/** The best insertion of one job into one shift. `cost` NEVER when there is none. */
export interface Evaluation extends Insertion {
  cost: number;
  /** When it would start there. */
  start: number;
  /** What the technician costs, wherever in the shift. */
  fixed: number;
}

export interface Evaluator {
  readonly state: PlanState;
  readonly users: PartUsers;
  /** The one start that is asked for, or NONE. */
  pin: number;
  /** True when the start of a job may cost something. */
  readonly timed: boolean;
  /** Bay days of each job by day and site; undefined for a job that needs none. */
  readonly bays: readonly (readonly (readonly BayGroup[] | undefined)[] | undefined)[];
}

export interface BayGroup {
  readonly site: number;
  readonly bayDays: Int32Array;
}

export function emptyEvaluation(): Evaluation {
  return {
    job: NONE,
    choice: 0,
    shift: 0,
    previous: NONE,
    bayDay: NONE,
    previousInBay: NONE,
    site: 0,
    wanted: -NEVER,
    latest: NEVER,
    parts: -NEVER,
    cost: NEVER,
    start: 0,
    fixed: 0,
  };
}

export function evaluatorOn(state: PlanState, users: PartUsers): Evaluator {
  const { jobs } = state.model;
  let timed = state.model.overtimePerMinute > 0;
  for (let job = 0; job < jobs.count; job += 1)
    timed ||=
      (jobs.wishes[job] as readonly StartWish[]).length > 0 ||
      ((jobs.due[job] as number) < NEVER && (jobs.tardyPerMinute[job] as number) > 0);
  return {
    state,
    users,
    pin: NONE,
    timed,
    bays: jobs.bayDays.map((all, job) =>
      all === null ? undefined : groupsOf(state.model, all, jobs.site[job] as number),
    ),
  };
}

function groupsOf({ bayDays }: PlanModel, all: Int32Array, own: number): readonly (readonly BayGroup[])[] {
  const byDay: { site: number; places: number[] }[][] = [];
  for (const bayDay of all) {
    const groups = (byDay[bayDays.day[bayDay] as number] ??= []);
    const site = own === NONE ? (bayDays.site[bayDay] as number) : own;
    const group = groups.find((one) => one.site === site);
    if (group === undefined) groups.push({ site, places: [bayDay] });
    else group.places.push(bayDay);
  }
  return byDay.map((groups) => groups.map(({ site, places }) => ({ site, bayDays: Int32Array.from(places) })));
}
