import { NONE, type PlanModel, type PlanPlacement } from './model.ts';

/** What the rest of a plan allows one job, apart from technicians, bays and parts: order of work, quotas and pools. */
export interface Allowed {
  /** First and last start; the first is after the last where the job it follows is left out. */
  readonly first: number;
  readonly last: number;
  shift(shift: number): boolean;
  start(start: number): boolean;
}

export function allowedBeside(model: PlanModel, others: readonly PlanPlacement[], job: number): Allowed {
  const pools = poolsFor(model, others, job);
  const counted = quotaCounts(model, others);
  return {
    ...orderLimits(model, others, job),
    shift: (shift) =>
      (model.shifts.quotas[shift] ?? new Int32Array()).every((quota) => {
        const { most, jobs } = model.quotas[quota] ?? { most: 0, jobs: null };
        return (jobs !== null && jobs[job] !== 1) || (counted[quota] ?? 0) < most;
      }),
    start: (start) => pools.every((pool) => pool(start)),
  };
}

/** Behind the job it follows, and before the one that follows it. */
function orderLimits(
  { jobs }: PlanModel,
  others: readonly PlanPlacement[],
  job: number,
): Pick<Allowed, 'first' | 'last'> {
  const startOf = (one: number): number | undefined => others.find((other) => other.job === one)?.start;
  const ahead = jobs.follows[job] ?? NONE;
  const aheadStart = ahead === NONE ? -Infinity : startOf(ahead);
  const first = aheadStart === undefined ? Infinity : aheadStart + (jobs.duration[ahead] ?? 0) + (jobs.lag[job] ?? 0);
  const followers = others.filter((one) => jobs.follows[one.job] === job);
  const last = Math.min(...followers.map((one) => one.start - (jobs.lag[one.job] ?? 0) - (jobs.duration[job] ?? 0)));
  return { first: ahead === NONE ? -Infinity : first, last };
}

function quotaCounts({ quotas, shifts }: PlanModel, others: readonly PlanPlacement[]): readonly number[] {
  return quotas.map(
    ({ jobs }, quota) =>
      others.filter(
        (one) => (jobs === null || jobs[one.job] === 1) && shifts.quotas[one.shift]?.includes(quota) === true,
      ).length,
  );
}

interface Use {
  readonly from: number;
  readonly to: number;
  readonly units: number;
}

/** For each pool that the job uses, whether it has the units for a start. */
function poolsFor(
  model: PlanModel,
  others: readonly PlanPlacement[],
  job: number,
): readonly ((start: number) => boolean)[] {
  const { jobs, pools } = model;
  const named = new Set((jobs.pools[job] ?? []).map(({ pool }) => pool));
  return [...named].map((pool) => {
    const units = unitsOf(model, job, pool);
    const capacity = pools[pool]?.capacity ?? 0;
    const uses: readonly Use[] = [
      ...(pools[pool]?.busy ?? []),
      ...others
        .map((one) => ({ ...stretchOf(model, pool, one.job, one.start), units: unitsOf(model, one.job, pool) }))
        .filter((use) => use.units > 0),
    ];
    return (start) => {
      const { from, to } = stretchOf(model, pool, job, start);
      const meeting = uses.filter((use) => use.from < to && use.to > from);
      // The most is in use just when somebody begins.
      return [from, ...meeting.map((use) => Math.max(from, use.from))].every(
        (moment) => units + inUse(meeting, moment) <= capacity,
      );
    };
  });
}

function inUse(uses: readonly Use[], moment: number): number {
  return uses.reduce((sum, { from, to, units }) => (from <= moment && moment < to ? sum + units : sum), 0);
}

function unitsOf({ jobs }: PlanModel, job: number, pool: number): number {
  return (jobs.pools[job] ?? []).reduce((sum, need) => (need.pool === pool ? sum + need.units : sum), 0);
}

function stretchOf({ jobs, pools }: PlanModel, pool: number, job: number, start: number): Omit<Use, 'units'> {
  const end = start + (jobs.duration[job] ?? 0);
  if (pools[pool]?.workOnly === true) return { from: start, to: end };
  return { from: start - (jobs.before[job] ?? 0), to: end + (jobs.after[job] ?? 0) };
}
