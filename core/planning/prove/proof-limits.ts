import { NEVER, type PlanModel } from '../plan/model.ts';
import { anchorsOf } from './anchors.ts';
import type { ProofModel, ShiftStart } from './proof-parts.ts';
import type { LinearBuilder } from './rows.ts';

/** Until the next delivery no more is taken than has come. */
export function partRows({ jobs, lots }: PlanModel, builder: LinearBuilder, byShift: readonly ShiftStart[]): void {
  for (const [part, all] of lots.entries()) {
    const uses = byShift.flatMap((one) => {
      let quantity = 0;
      for (let need = jobs.partFirst[one.job] ?? 0; need < (jobs.partFirst[one.job + 1] ?? 0); need += 1)
        if (jobs.part[need] === part) quantity += jobs.quantity[need] ?? 0;
      return quantity === 0 ? [] : [{ column: one.column, quantity, at: one.start - (jobs.before[one.job] ?? 0) }];
    });
    let stock = 0;
    for (const until of [...new Set(all.map(({ at }) => at)), NEVER]) {
      const taken = uses.filter(({ at }) => at < until);
      builder.row(
        -Infinity,
        stock,
        taken.map(({ column, quantity }) => [column, quantity]),
      );
      stock += all.reduce((sum, lot) => (lot.at === until ? sum + lot.quantity : sum), 0);
    }
  }
}

/** No more units in use than a pool has, at the moments at which somebody begins to use it. */
export function poolRows({ jobs, pools }: PlanModel, builder: LinearBuilder, byShift: readonly ShiftStart[]): void {
  for (const [number, { capacity, workOnly, busy }] of pools.entries()) {
    const uses = byShift.flatMap(({ job, start, column }) => {
      const needs = (jobs.pools[job] ?? []).filter(({ pool }) => pool === number);
      const units = needs.reduce((sum, need) => sum + need.units, 0);
      const end = start + (jobs.duration[job] ?? 0);
      const [from, to] =
        workOnly === true ? [start, end] : [start - (jobs.before[job] ?? 0), end + (jobs.after[job] ?? 0)];
      return units === 0 ? [] : [{ from, to, units, column }];
    });
    for (const moment of new Set([...uses, ...busy].map(({ from }) => from))) {
      const isNow = (use: { readonly from: number; readonly to: number }): boolean =>
        use.from <= moment && use.to > moment;
      const taken = busy.filter(isNow).reduce((sum, { units }) => sum + units, 0);
      builder.row(
        -Infinity,
        Math.max(0, capacity - taken),
        uses.filter(isNow).map(({ column, units }) => [column, units]),
      );
    }
  }
}

/** So many jobs a shift, and so many in the shifts of a quota. */
export function countRows(model: PlanModel, builder: LinearBuilder, byShift: readonly ShiftStart[]): void {
  const { shifts, quotas } = model;
  const anchors = anchorsOf(model);
  const atMost = (most: number, counts: (one: { readonly job: number; readonly shift: number }) => boolean): void => {
    builder.row(
      -Infinity,
      Math.max(0, most - anchors.filter(counts).length),
      byShift.filter(counts).map(({ column }) => [column, 1]),
    );
  };
  for (let shift = 0; shift < shifts.count; shift += 1)
    atMost(shifts.mostJobs[shift] ?? 0, (one) => one.shift === shift);
  for (const [quota, { most, jobs }] of quotas.entries())
    atMost(
      most,
      ({ job, shift }) => shifts.quotas[shift]?.includes(quota) === true && (jobs === null || jobs[job] === 1),
    );
}

/** Minutes above what a technician or a day should have cost; what is fixed has paid for its own already. */
export function limitRows(
  model: PlanModel,
  builder: LinearBuilder,
  byShift: readonly ShiftStart[],
): ProofModel['above'][number][] {
  const { jobs, shifts } = model;
  const anchors = anchorsOf(model);
  const minutesOf = (job: number): number => jobs.duration[job] ?? 0;
  const above: ProofModel['above'][number][] = [];
  const limits = (of: Int32Array, most: Int32Array, price: number): void => {
    if (price === 0) return;
    for (const [row, mine] of Map.groupBy(byShift, ({ shift }) => of[shift] ?? 0)) {
      const fixed = anchors.reduce((sum, { job, shift }) => (of[shift] === row ? sum + minutesOf(job) : sum), 0);
      const limit = Math.max(0, (most[row] ?? 0) - fixed);
      const all = [...new Set(mine.map(({ job }) => job))].reduce((sum, job) => sum + minutesOf(job), 0);
      if (all <= limit) continue;
      const column = builder.variable(price, all, false);
      above.push({ column, limit, jobs: mine });
      builder.row(-Infinity, limit, [...mine.map((one) => [one.column, minutesOf(one.job)] as const), [column, -1]]);
    }
  };
  limits(shifts.technician, model.target, model.overloadPerMinute);
  limits(shifts.day, model.dayLimit, model.reservePerMinute);
  return above;
}
