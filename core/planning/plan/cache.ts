import { evaluate, lowerBound } from './evaluate.ts';
import { emptyEvaluation, type Evaluation, type Evaluator } from './evaluator.ts';
import { NEVER, NONE, type ShiftChoices } from './model.ts';

/**
 * Evaluations that are still true: one made on the plan as it stood before the round, one made within it. Each is stamped with
 * the version of its shift and of the bays it looked at.
 */
export interface InsertionCache {
  /** Cost of the cheapest place of the job in the shift of that choice; NEVER when there is none. */
  cost(job: number, choice: number, parts: number): number;
  /** What that cost does not go below; quicker to know where bays are wanted. */
  bound(job: number, choice: number, parts: number): number;
  /** The place behind that cost. */
  place(job: number, choice: number, parts: number): Evaluation;
}

const WIDTH = 8;

export function createCache(around: Evaluator, standing: Int32Array): InsertionCache {
  const { state } = around;
  const { jobs, shifts, bayDays } = state.model;
  const offset = new Int32Array(jobs.count + 1);
  for (let job = 0; job < jobs.count; job += 1)
    offset[job + 1] = (offset[job] as number) + (jobs.choices[job] as ShiftChoices).shifts.length;
  const total = offset[jobs.count] as number;
  // Two entries for each: [version, bay stamp, parts, cost, previous, bay day, previous in bay, wanted].
  const held = new Int32Array(2 * total * WIDTH).fill(-2);
  const bounds = new Int32Array(2 * total * 3).fill(-2);
  const stampOf = (job: number, shift: number): number => {
    const groups = around.bays[job];
    if (groups === undefined) return 0;
    let stamp = 0;
    for (const group of groups[shifts.day[shift] as number] ?? [])
      for (const bayDay of group.bayDays) stamp = (Math.imul(stamp, 31) + (state.bayVersion[bayDay] as number)) | 0;
    return stamp;
  };
  const scratch = emptyEvaluation();
  const found = emptyEvaluation();
  const entry = (job: number, choice: number, parts: number): number => {
    const shift = (jobs.choices[job] as ShiftChoices).shifts[choice] as number;
    const version = state.version[shift] as number;
    const stamp = stampOf(job, shift);
    const first = 2 * ((offset[job] as number) + choice) * WIDTH;
    for (let at = first; at <= first + WIDTH; at += WIDTH)
      if (held[at] === version && held[at + 1] === stamp && held[at + 2] === parts) return at;
    const at = version === standing[shift] ? first : first + WIDTH;
    evaluate(around, job, choice, parts, scratch);
    held[at] = version;
    held[at + 1] = stamp;
    held[at + 2] = parts;
    held[at + 3] = scratch.cost;
    held[at + 4] = scratch.previous;
    held[at + 5] = scratch.bayDay;
    held[at + 6] = scratch.previousInBay;
    held[at + 7] = scratch.wanted;
    return at;
  };
  const bound = (job: number, choice: number, parts: number): number => {
    const shift = (jobs.choices[job] as ShiftChoices).shifts[choice] as number;
    const version = state.version[shift] as number;
    const first = 6 * ((offset[job] as number) + choice);
    for (let at = first; at <= first + 3; at += 3)
      if (bounds[at] === version && bounds[at + 1] === parts) return bounds[at + 2] as number;
    const at = version === standing[shift] ? first : first + 3;
    bounds[at] = version;
    bounds[at + 1] = parts;
    bounds[at + 2] = lowerBound(around, job, choice, parts, scratch);
    return bounds[at + 2] as number;
  };
  return {
    bound,
    cost: (job, choice, parts) => held[entry(job, choice, parts) + 3] as number,
    place(job, choice, parts) {
      const at = entry(job, choice, parts);
      const bayDay = held[at + 5] as number;
      found.job = job;
      found.choice = choice;
      found.shift = (jobs.choices[job] as ShiftChoices).shifts[choice] as number;
      found.cost = held[at + 3] as number;
      found.previous = held[at + 4] as number;
      found.bayDay = bayDay;
      found.previousInBay = held[at + 6] as number;
      found.wanted = held[at + 7] as number;
      found.latest = NEVER;
      found.parts = parts;
      const own = jobs.site[job] as number;
      found.site = own === NONE ? (bayDays.site[bayDay] as number) : own;
      return found;
    },
  };
}
