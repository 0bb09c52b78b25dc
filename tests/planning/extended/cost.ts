import type { PlanModel } from '../../../core/planning/plan/model.ts';
import { at, lies, type Stand } from './stands.ts';

/** The objective, all terms of the model. */
export function costOf(model: PlanModel, stands: readonly Stand[]): number {
  const { jobs } = model;
  const placed = new Set(stands.map(({ job }) => job));
  let cost = jobs.penalty.reduce((sum, penalty, job) => (placed.has(job) ? sum : sum + penalty), 0);
  for (const stand of stands) cost += startCost(model, stand) + technicianCost(model, stand);
  return cost + model.travelPerMinute * travelMinutes(model, stands) + loadCost(model, stands);
}

/** Lateness, wishes that are not met, and minutes of the work behind the regular end of the shift. */
function startCost({ jobs, shifts, overtimePerMinute }: PlanModel, { job, shift, start, end }: Stand): number {
  const late = Math.max(0, end - at(jobs.due, job)) * at(jobs.tardyPerMinute, job);
  const unmet = (jobs.wishes[job] ?? []).filter(({ stretches }) => !lies(stretches, start));
  const overtime = Math.min(end - start, Math.max(0, end - at(shifts.regularTo, shift)));
  return late + unmet.reduce((sum, wish) => sum + wish.cost, 0) + overtimePerMinute * overtime;
}

function technicianCost({ jobs }: PlanModel, { job, shift, start }: Stand): number {
  const { shifts, starts, cost } = jobs.choices[job] ?? { shifts: [], starts: [], cost: new Int32Array() };
  const rows = [...shifts.keys()].filter((row) => shifts[row] === shift);
  const row = rows.find((one) => lies(starts[one] ?? new Int32Array(), start)) ?? rows[0];
  return row === undefined ? 0 : at(cost, row);
}

function travelMinutes({ shifts, travel, sites }: PlanModel, stands: readonly Stand[]): number {
  let minutes = 0;
  for (const [shift, all] of Map.groupBy(stands, (stand) => stand.shift)) {
    const home = at(shifts.home, shift);
    const row = all.toSorted((one, other) => one.from - other.from).map(({ site }) => site);
    const way = [home, ...row, home];
    for (const [place, from] of way.slice(0, -1).entries())
      minutes += at(travel, from * sites + (way[place + 1] ?? home));
  }
  return minutes;
}

/** Minutes of service above each technician's share, and above what each day may hold. */
function loadCost(model: PlanModel, stands: readonly Stand[]): number {
  const above = (groups: ReadonlyMap<number, readonly Stand[]>, limits: Int32Array): number =>
    [...groups].reduce((sum, [row, all]) => {
      const minutes = all.reduce((total, { start, end }) => total + end - start, 0);
      return sum + Math.max(0, minutes - at(limits, row));
    }, 0);
  const byTechnician = Map.groupBy(stands, ({ technician }) => technician);
  const byDay = Map.groupBy(stands, ({ day }) => day);
  return (
    model.overloadPerMinute * above(byTechnician, model.target) + model.reservePerMinute * above(byDay, model.dayLimit)
  );
}
