import type { PlanModel } from '../../../core/planning/plan/model.ts';
import { at, type Fault, type Stand } from './stands.ts';

/** What several jobs have to agree on: crews, order, pools and quotas. */
export function togetherFaults(model: PlanModel, stands: readonly Stand[]): readonly Fault[] {
  return [
    ...crewFaults(model, stands),
    ...orderFaults(model, stands),
    ...poolFaults(model, stands),
    ...quotaFaults(model, stands),
  ];
}

/** A crew is whole or not there, starts at once, and no two of it are one person. */
function crewFaults({ jobs }: PlanModel, stands: readonly Stand[]): readonly Fault[] {
  const standing = new Map(stands.map((stand) => [stand.job, stand]));
  return [...jobs.crewOf.entries()].flatMap(([mate, lead]): readonly Fault[] => {
    if (lead === -1) return [];
    const [one, other] = [standing.get(mate), standing.get(lead)];
    if (one === undefined && other === undefined) return [];
    if (one === undefined || other === undefined) {
      const by = [one, other].filter((stand) => stand !== undefined);
      return [{ text: `the crew of job ${lead} is not whole`, by }];
    }
    const others = stands.filter(
      (stand) => stand.job !== mate && (stand.job === lead || jobs.crewOf[stand.job] === lead),
    );
    const faults: Fault[] = [];
    if (one.start !== other.start)
      faults.push({ text: `jobs ${mate} and ${lead} do not start at once`, by: [one, other] });
    if (others.some(({ technician }) => technician === one.technician))
      faults.push({ text: `technician ${one.technician} is twice in the crew of job ${lead}`, by: [one, ...others] });
    return faults;
  });
}

/** What follows another job is there only with it, and begins so many minutes after its end. */
function orderFaults({ jobs }: PlanModel, stands: readonly Stand[]): readonly Fault[] {
  const standing = new Map(stands.map((stand) => [stand.job, stand]));
  return stands.flatMap((stand): readonly Fault[] => {
    const follows = at(jobs.follows, stand.job);
    if (follows === -1) return [];
    const first = standing.get(follows);
    if (first === undefined) return [{ text: `job ${stand.job} follows a job that is left out`, by: [stand] }];
    if (stand.start >= first.end + at(jobs.lag, stand.job)) return [];
    return [{ text: `job ${stand.job} begins before job ${follows} has ended`, by: [first, stand] }];
  });
}

/** At no minute more units are in use than there are. */
function poolFaults({ jobs, pools }: PlanModel, stands: readonly Stand[]): readonly Fault[] {
  return pools.flatMap(({ capacity, busy, workOnly }, pool) => {
    const uses = stands.flatMap((stand) => {
      const units = (jobs.pools[stand.job] ?? []).reduce(
        (sum, need) => (need.pool === pool ? sum + need.units : sum),
        0,
      );
      const [from, to] = workOnly === true ? [stand.start, stand.end] : [stand.from, stand.to];
      return units === 0 ? [] : [{ stand, units, from, to }];
    });
    return uses.flatMap(({ from: moment }): readonly Fault[] => {
      const now = uses.filter(({ from, to }) => from <= moment && moment < to);
      const elsewhere = busy.filter(({ from, to }) => from <= moment && moment < to);
      const taken = [...now, ...elsewhere].reduce((sum, { units }) => sum + units, 0);
      return taken > capacity
        ? [{ text: `pool ${pool} has ${taken} of ${capacity} in use at ${moment}`, by: now.map(({ stand }) => stand) }]
        : [];
    });
  });
}

/** So many jobs at most in the shifts that share a quota. */
function quotaFaults({ quotas, shifts }: PlanModel, stands: readonly Stand[]): readonly Fault[] {
  return quotas.flatMap(({ most, jobs }, quota): readonly Fault[] => {
    const by = stands.filter(
      ({ job, shift }) => (jobs === null || jobs[job] === 1) && shifts.quotas[shift]?.includes(quota) === true,
    );
    return by.length > most ? [{ text: `quota ${quota} has ${by.length} of ${most}`, by }] : [];
  });
}
