import { NONE, type PlanModel } from '../plan/model.ts';
import { isPlanned, shopOf } from './anchors.ts';

/** Why no proof is tried: the exact model does not say it, or it would take too long. */
export type NotProvable = 'too-many-jobs' | 'work-without-bay' | 'several-sites' | 'crews' | 'order';

/** Above this a proof takes minutes to hours. */
export const MOST_PROVABLE_JOBS = 25;

/**
 * Undefined when the best plan of the model can be proved: jobs in the bays of one site, each for one technician. What is
 * fixed on a shift, pinned work of others say, may be of any kind: it only takes its time.
 */
export function notProvable(model: PlanModel): NotProvable | undefined {
  const { jobs, bayDays } = model;
  const planned = [...isPlanned(model).entries()].flatMap(([job, isOne]) => (isOne ? [job] : []));
  const leads = planned.filter((job) => jobs.crewOf[job] === NONE);
  if (leads.length > MOST_PROVABLE_JOBS) return 'too-many-jobs';
  if (leads.some((job) => (jobs.bayDays[job] ?? null) === null)) return 'work-without-bay';
  const shop = shopOf(model);
  const isElsewhere = (job: number): boolean =>
    (jobs.site[job] !== NONE && jobs.site[job] !== shop) ||
    jobs.bayDays[job]?.some((bayDay) => bayDays.site[bayDay] !== shop) === true;
  if (leads.some(isElsewhere)) return 'several-sites';
  if (leads.length < planned.length) return 'crews';
  return planned.some((job) => jobs.follows[job] !== NONE) ? 'order' : undefined;
}
