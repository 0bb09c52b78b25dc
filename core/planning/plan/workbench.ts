import { createCache, type InsertionCache } from './cache.ts';
import { evaluatorOn, type Evaluator } from './evaluator.ts';
import { NONE, type PlanModel, type ShiftChoices } from './model.ts';
import { partUsers, type PartUsers } from './parts.ts';
import { poolUsers } from './pools.ts';
import { randomFrom, type Random } from './random.ts';
import { emptyState, type PlanState } from './state.ts';

/** Everything one search works with. */
export interface Workbench {
  readonly model: PlanModel;
  readonly state: PlanState;
  readonly users: PartUsers;
  readonly random: Random;
  readonly around: Evaluator;
  readonly cache: InsertionCache;
  /** For each job the others, nearest first. */
  readonly near: readonly Int32Array[];
  readonly isFixed: Uint8Array;
  /** The rest of the crew of each job. */
  readonly mates: readonly Int32Array[];
  /** For each pool the jobs that use it. */
  readonly poolUsers: readonly Int32Array[];
  /** Lists of the state as they were at the beginning of the round. */
  readonly standing: Int32Array;
  /** The versions of the shifts in it: where they differ from the state's the round has changed something. */
  readonly standingVersion: Int32Array;
  /** Jobs that the round has taken out or means to try. */
  readonly absent: number[];
  /** The job that the round makes room for and puts in first, or NONE. */
  wish: number;
  /** 1 for a job that was left out before the round: it has been looked at where nothing has changed. */
  readonly wasOut: Uint8Array;
}

export function openWorkbench(model: PlanModel, seed: number): Workbench {
  const state = emptyState(model);
  const users = partUsers(model);
  const standing = state.all.slice();
  const from = (state.version.byteOffset - state.all.byteOffset) / state.all.BYTES_PER_ELEMENT;
  const isFixed = new Uint8Array(model.jobs.count);
  for (const { job } of model.fixed) isFixed[job] = 1;
  const around = evaluatorOn(state, users);
  const standingVersion = standing.subarray(from, from + state.version.length);
  return {
    model,
    state,
    users,
    random: randomFrom(seed),
    around,
    cache: createCache(around, standingVersion),
    near: neighbours(model),
    isFixed,
    mates: matesOf(model),
    poolUsers: poolUsers(model),
    standing,
    standingVersion,
    absent: [],
    wish: NONE,
    wasOut: new Uint8Array(model.jobs.count),
  };
}

function matesOf({ jobs }: PlanModel): readonly Int32Array[] {
  const mates: number[][] = Array.from({ length: jobs.count }, () => []);
  for (const [mate, lead] of jobs.crewOf.entries()) mates[lead]?.push(mate);
  return mates.map((all) => Int32Array.from(all));
}

/** Neighbours kept of each job. */
const MOST_NEAR = 150;
/** Minutes of drive that two jobs nobody could both do are apart; and a bay job from one at a customer's. */
const STRANGERS = 60;
const OTHER_KIND = 15;

/** Close in place, with windows that meet, for the same hands. */
function neighbours({ jobs, travel, sites, shifts, technicians }: PlanModel): readonly Int32Array[] {
  const middle = jobs.choices.map(middleOf);
  const words = Math.ceil(technicians / 32);
  const hands = new Int32Array(jobs.count * words);
  for (const [job, choices] of jobs.choices.entries())
    for (const shift of choices.shifts) {
      const technician = shifts.technician[shift] as number;
      const word = job * words + (technician >> 5);
      hands[word] = (hands[word] as number) | (1 << (technician & 31));
    }
  const share = (one: number, other: number): boolean => {
    for (let word = 0; word < words; word += 1)
      if (((hands[one * words + word] as number) & (hands[other * words + word] as number)) !== 0) return true;
    return false;
  };
  // The place of the job in the digits behind the distance: numbers are sorted faster than by a comparison of ours.
  const keys = new Float64Array(jobs.count);
  return Array.from({ length: jobs.count }, (_, job) => {
    for (let other = 0; other < jobs.count; other += 1) {
      const from = jobs.site[job] as number;
      const to = jobs.site[other] as number;
      const drive = from >= 0 && to >= 0 ? (travel[from * sites + to] as number) : from === to ? 0 : OTHER_KIND;
      const apart = Math.abs((middle[job] as number) - (middle[other] as number)) / 10;
      const distance = drive + apart + (share(job, other) ? 0 : STRANGERS);
      keys[other] = Math.round(distance * 10) * jobs.count + other;
    }
    keys.sort();
    const others = keys.subarray(0, MOST_NEAR + 1).map((key) => key % jobs.count);
    return Int32Array.from(others.filter((other) => other !== job));
  });
}

/** Halfway between the first and the last start anywhere. */
function middleOf({ starts }: ShiftChoices): number {
  let [low, high] = [Infinity, -Infinity];
  for (const stretches of starts) {
    low = Math.min(low, stretches[0] ?? low);
    high = Math.max(high, stretches.at(-1) ?? high);
  }
  return low > high ? 0 : (low + high) / 2;
}
