import { NONE, type PlanModel, type PoolNeed } from './model.ts';
import type { PlanState } from './state.ts';

/** For each pool the jobs that use it. */
export function poolUsers({ jobs, pools }: PlanModel): readonly Int32Array[] {
  return pools.map((_, pool) =>
    Int32Array.from([...jobs.pools.keys()].filter((job) => needsOf(jobs.pools[job] ?? [], pool) > 0)),
  );
}

/** True when every pool has the units that the job wants over its whole busy time. */
export function poolsFree(state: PlanState, users: readonly Int32Array[], job: number, start: number): boolean {
  const { jobs } = state.model;
  return (jobs.pools[job] ?? []).every(({ pool, units }) => {
    const { from, to } = stretchOf(state.model, pool, job, start);
    const uses = usesOf(state, users, pool, job).filter((use) => use.from < to && use.to > from);
    const capacity = state.model.pools[pool]?.capacity ?? 0;
    // The most is in use just when somebody begins.
    return [from, ...uses.map((use) => Math.max(use.from, from))].every((moment) => {
      let taken = units;
      for (const use of uses) if (use.from <= moment && use.to > moment) taken += use.units;
      return taken <= capacity;
    });
  });
}

/** When units of the job's pools come free. */
export function poolReleases(state: PlanState, users: readonly Int32Array[], job: number): readonly number[] {
  return (state.model.jobs.pools[job] ?? []).flatMap(({ pool }) =>
    usesOf(state, users, pool, job).map((use) => use.to),
  );
}

interface Use {
  readonly from: number;
  readonly to: number;
  readonly units: number;
}

function usesOf(state: PlanState, users: readonly Int32Array[], pool: number, but: number): readonly Use[] {
  const { model, head, shift } = state;
  const { jobs } = model;
  const uses: Use[] = [...(model.pools[pool]?.busy ?? [])];
  for (const job of users[pool] ?? []) {
    if (job === but || shift[job] === NONE) continue;
    const units = needsOf(jobs.pools[job] ?? [], pool);
    uses.push({ ...stretchOf(model, pool, job, head[job] as number), units });
  }
  return uses;
}

function stretchOf({ jobs, pools }: PlanModel, pool: number, job: number, start: number): Omit<Use, 'units'> {
  const to = start + (jobs.duration[job] as number);
  if (pools[pool]?.workOnly === true) return { from: start, to };
  return { from: start - (jobs.before[job] as number), to: to + (jobs.after[job] as number) };
}

function needsOf(needs: readonly PoolNeed[], pool: number): number {
  return needs.reduce((sum, need) => (need.pool === pool ? sum + need.units : sum), 0);
}
