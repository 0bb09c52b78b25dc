import { NONE, type PlanModel } from '../plan/model.ts';

/** Why no proof is tried: the exact model does not say it, or it would take too long. */
export type NotProvable = 'too-many-jobs' | 'work-without-bay' | 'several-sites' | 'crews' | 'order' | 'pools';

/** Above this a proof takes minutes to hours. */
export const MOST_PROVABLE_JOBS = 25;

/** Undefined when the best plan of the model can be proved: jobs in the bays of one site, each for one technician. */
export function notProvable({ jobs, bayDays }: PlanModel): NotProvable | undefined {
  if (jobs.count > MOST_PROVABLE_JOBS) return 'too-many-jobs';
  if (jobs.bayDays.some((wanted) => wanted === null)) return 'work-without-bay';
  const used = jobs.bayDays.flatMap((wanted) => [...(wanted ?? [])]);
  if (new Set(used.map((bayDay) => bayDays.site[bayDay])).size > 1) return 'several-sites';
  if (jobs.crewOf.some((lead) => lead !== NONE)) return 'crews';
  if (jobs.follows.some((first) => first !== NONE)) return 'order';
  return jobs.pools.some((needs) => needs.length > 0) ? 'pools' : undefined;
}
