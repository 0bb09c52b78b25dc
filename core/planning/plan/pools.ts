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
  const from = start - (jobs.before[job] as number);
  const to = start + (jobs.duration[job] as number) + (jobs.after[job] as number);
  return (jobs.pools[job] ?? []).every(({ pool, units }) => {
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
    const start = head[job] as number;
    uses.push({
      from: start - (jobs.before[job] as number),
      to: start + (jobs.duration[job] as number) + (jobs.after[job] as number),
      units: needsOf(jobs.pools[job] ?? [], pool),
    });
  }
  return uses;
}

function needsOf(needs: readonly PoolNeed[], pool: number): number {
  return needs.reduce((sum, need) => (need.pool === pool ? sum + need.units : sum), 0);
}
