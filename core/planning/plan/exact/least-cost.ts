import { NEVER, NONE, type ShiftChoices } from '../model.ts';
import { endOf } from '../joint-graph.ts';
import { startFrom } from '../choice-rows.ts';
import { after, loadCost, overtime, tardyCost } from '../state.ts';
import type { Workbench } from '../workbench.ts';
import { lastMovable } from './bay-classes.ts';

/**
 * What no plan costs less than that goes on from the state with starts from `from` on: each job that is still out costs its
 * penalty, or the least that it costs alone at the end of any shift. With every detour no shorter than the direct way, the
 * drives only grow.
 */
export function leastCost(bench: Workbench, from: number): number {
  const { state, model } = bench;
  let { cost } = state;
  for (let job = 0; job < model.jobs.count; job += 1)
    if (state.shift[job] === NONE)
      cost -= Math.max(0, (model.jobs.penalty[job] as number) - leastAlone(bench, job, from));
  return cost;
}

function leastAlone(bench: Workbench, job: number, from: number): number {
  const { state, model } = bench;
  const { shifts, starts, cost } = model.jobs.choices[job] as ShiftChoices;
  let least = NEVER;
  for (let choice = 0; choice < shifts.length; choice += 1) {
    if ((cost[choice] as number) >= least) continue;
    const shift = shifts[choice] as number;
    const soonest = Math.max(from, freeFrom(bench, shift, job));
    const start = startFrom(starts[choice] as Int32Array, soonest, model.grid);
    if (start >= NEVER) continue;
    let price = (cost[choice] as number) + tardyCost(model, job, start);
    price += loadCost(state, shift, model.jobs.duration[job] as number) - loadCost(state, shift, 0);
    if (model.overtimePerMinute > 0) price += model.overtimePerMinute * overtime(model, job, shift, start);
    if (price < least) least = price;
  }
  return least;
}

/** From when the technician could begin the job behind all that is placed, were nothing fixed. */
function freeFrom({ state, model, isFixed }: Workbench, shift: number, job: number): number {
  const { jobs, shifts, travel, sites } = model;
  const last = lastMovable(state.last[shift] as number, state.previous, isFixed);
  const free = last === NONE ? (shifts.from[shift] as number) : endOf(state, last) + (jobs.after[last] as number);
  const place = last === NONE ? (shifts.home[shift] as number) : (state.site[last] as number);
  const site = jobs.site[job] as number;
  const drive = site === NONE ? 0 : (travel[place * sites + site] as number);
  return after(shifts.closed[shift] as Int32Array, free, drive) + (jobs.before[job] as number);
}
