import { NEVER, NONE, type PlanModel } from '../model.ts';
import { endOf } from '../joint-graph.ts';
import type { Workbench } from '../workbench.ts';

const known = new WeakMap<PlanModel, Int32Array>();

/** The same number for bay days that are alike: same day, site, hours, turnover and jobs, and nothing fixed in either. */
export function bayClasses(model: PlanModel): Int32Array {
  const before = known.get(model);
  if (before !== undefined) return before;
  const { jobs, bayDays, fixed } = model;
  const keys = new Map<string, number>();
  const classes = Int32Array.from({ length: bayDays.count }, (_, bayDay) => {
    const able = jobs.bayDays.flatMap((all, job) => (all?.includes(bayDay) === true ? [job] : []));
    const { day, site, from, to, turnover } = bayDays;
    const isOwn = fixed.some((one) => one.bayDay === bayDay);
    const hours = [day, site, from, to, turnover].map((list) => list[bayDay]);
    const key = [isOwn ? bayDay : NONE, ...hours, ...able].join(' ');
    const found = keys.get(key) ?? keys.size;
    keys.set(key, found);
    return found;
  });
  known.set(model, classes);
  return classes;
}

/** The end of the last job in the order that is not fixed; -NEVER where there is none. */
export function usedUntil({ state, model, isFixed }: Workbench, bayDay: number): number {
  const last = lastMovable(state.lastInBay[bayDay] as number, state.previousInBay, isFixed);
  return last === NONE ? -NEVER : endOf(state, last) + (model.jobs.after[last] as number);
}

/** The last job of an order that is not fixed, or NONE. */
export function lastMovable(last: number, previous: Int32Array, isFixed: Uint8Array): number {
  let job = last;
  while (job !== NONE && isFixed[job] === 1) job = previous[job] as number;
  return job;
}
