import { evaluate, lowerBound } from './evaluate.ts';
import { emptyEvaluation, type Evaluation, type Evaluator } from './evaluator.ts';
import { NEVER, NONE } from './model.ts';

/**
 * Evaluations that are still true: one made on the plan as it stood before the round, one made within it. Each is stamped with
 * the version of its shift and of the bays it looked at.
 */
export interface InsertionCache {
  /** Cost of the cheapest place of the job in the shift of that choice, if it is less than `most`; otherwise no less than that. */
  cost(job: number, choice: number, parts: number, most: number): number;
  /** What that cost does not go below; quicker to know where bays are wanted. */
  bound(job: number, choice: number, parts: number): number;
  /** The place behind that cost. */
  place(job: number, choice: number, parts: number): Evaluation;
}

/** Instead of the job before: no place was found below the cost, and none looked for above it. */
const UNKNOWN = -3;

export function createCache(around: Evaluator, standing: Int32Array): InsertionCache {
  const { state } = around;
  const { jobs, shifts, bayDays } = state.model;
  const { version, rows } = state;
  const size = 2 * rows.shift.length;
  // Two entries for each choice of each job. What is looked at most lies together.
  const [versions, costs, stamps, ready] = [list(size), list(size), list(size), list(size)];
  const [previous, bayDay, previousInBay, wanted] = [list(size), list(size), list(size), list(size)];
  const [boundVersions, boundReady, bounds] = [list(size), list(size), list(size)];
  const stampOf = (job: number, shift: number): number => {
    const groups = around.bays[job];
    if (groups === undefined) return 0;
    let stamp = 0;
    for (const group of groups[shifts.day[shift] as number] ?? [])
      for (const bay of group.bayDays) stamp = (Math.imul(stamp, 31) + (state.bayVersion[bay] as number)) | 0;
    return stamp;
  };
  const scratch = emptyEvaluation();
  const found = emptyEvaluation();
  // What was not looked for beyond a cost is looked for again when more may be paid.
  const isKnown = (at: number, most: number): boolean => previous[at] !== UNKNOWN || (costs[at] as number) >= most;
  const entry = (job: number, choice: number, parts: number, most: number): number => {
    const row = (rows.first[job] as number) + choice;
    const shift = rows.shift[row] as number;
    const now = version[shift] as number;
    const stamp = stampOf(job, shift);
    const first = 2 * row;
    if (versions[first] === now && stamps[first] === stamp && ready[first] === parts && isKnown(first, most))
      return first;
    const second = first + 1;
    if (versions[second] === now && stamps[second] === stamp && ready[second] === parts && isKnown(second, most))
      return second;
    const at = now === standing[shift] ? first : second;
    evaluate(around, job, choice, parts, scratch, most);
    versions[at] = now;
    stamps[at] = stamp;
    ready[at] = parts;
    costs[at] = scratch.cost;
    previous[at] = scratch.cost === most ? UNKNOWN : scratch.previous;
    bayDay[at] = scratch.bayDay;
    previousInBay[at] = scratch.previousInBay;
    wanted[at] = scratch.wanted;
    return at;
  };
  const bound = (job: number, choice: number, parts: number): number => {
    const row = (rows.first[job] as number) + choice;
    const shift = rows.shift[row] as number;
    const now = version[shift] as number;
    const first = 2 * row;
    for (let at = first; at <= first + 1; at += 1)
      if (boundVersions[at] === now && boundReady[at] === parts) return bounds[at] as number;
    const at = now === standing[shift] ? first : first + 1;
    boundVersions[at] = now;
    boundReady[at] = parts;
    const least = lowerBound(around, job, choice, parts, scratch);
    bounds[at] = least;
    return least;
  };
  return {
    bound,
    cost: (job, choice, parts, most) => costs[entry(job, choice, parts, most)] as number,
    place(job, choice, parts) {
      const at = entry(job, choice, parts, NEVER);
      const bay = bayDay[at] as number;
      const own = jobs.site[job] as number;
      found.job = job;
      found.choice = choice;
      found.shift = rows.shift[(rows.first[job] as number) + choice] as number;
      found.cost = costs[at] as number;
      found.previous = previous[at] as number;
      found.bayDay = bay;
      found.previousInBay = previousInBay[at] as number;
      found.wanted = wanted[at] as number;
      found.latest = NEVER;
      found.parts = parts;
      found.site = own === NONE ? (bayDays.site[bay] as number) : own;
      return found;
    },
  };
}

function list(size: number): Int32Array {
  return new Int32Array(size).fill(-2);
}
