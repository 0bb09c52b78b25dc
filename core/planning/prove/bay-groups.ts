import type { PlanModel } from '../plan/model.ts';

/** Bay days that are alike: same day, hours, turnover, and the same jobs. */
export interface BayGroup {
  readonly places: readonly number[];
  readonly jobs: ReadonlySet<number>;
}

/** Groups, so that a proof need not tell bays apart that are the same. */
export function bayGroups({ jobs, bayDays }: PlanModel): readonly BayGroup[] {
  const takes = (bayDay: number): readonly number[] =>
    [...jobs.bayDays.keys()].filter((job) => jobs.bayDays[job]?.includes(bayDay) === true);
  const places = Array.from({ length: bayDays.count }, (_, bayDay) => bayDay);
  const alike = Map.groupBy(places, (bayDay) =>
    [bayDays.from[bayDay], bayDays.to[bayDay], bayDays.turnover[bayDay], ...takes(bayDay)].join(' '),
  );
  return [...alike.values()]
    .map((all) => ({ places: all, jobs: new Set(takes(all[0] ?? 0)) }))
    .filter((group) => group.jobs.size > 0);
}
