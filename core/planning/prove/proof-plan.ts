import type { PlanModel, PlanPlacement } from '../plan/model.ts';
import { anchorsOf } from './anchors.ts';
import type { ProofModel, ProofStart } from './proof-parts.ts';

/** The values of all variables for a plan, for the solver to begin from. */
export function valuesOf(model: PlanModel, proof: ProofModel, plan: readonly PlanPlacement[]): Float64Array {
  const values = new Float64Array(proof.linear.columns);
  const places = new Map(plan.map((one) => [one.job, one]));
  for (const { job, start, shift, column } of proof.byShift) {
    const place = places.get(job);
    if (place?.start === start && place.shift === shift) values[column] = 1;
  }
  for (const { job, start, group, column } of proof.byBays) {
    const place = places.get(job);
    if (place?.start === start && proof.groups[group]?.places.includes(place.bayDay) === true) values[column] = 1;
  }
  for (const { column, jobs } of proof.driven) if (jobs.some((one) => values[one.column] === 1)) values[column] = 1;
  for (const { column, limit, jobs } of proof.above) {
    const minutes = jobs.reduce((sum, one) => sum + (values[one.column] ?? 0) * (model.jobs.duration[one.job] ?? 0), 0);
    values[column] = Math.max(0, minutes - limit);
  }
  return values;
}

/** The plan that the variables say, with what is fixed; jobs of a group of bays take the first of them that is free. */
export function planOf(model: PlanModel, proof: ProofModel, values: Float64Array): readonly PlanPlacement[] {
  const { jobs, bayDays } = model;
  const isChosen = ({ column }: ProofStart): boolean => (values[column] ?? 0) > 0.5;
  const shiftOf = new Map(proof.byShift.filter(isChosen).map((one) => [one.job, one.shift]));
  const free = new Map<number, number>();
  const planned = proof.byBays
    .filter(isChosen)
    .toSorted((one, other) => one.start - (jobs.before[one.job] ?? 0) - other.start + (jobs.before[other.job] ?? 0))
    .map(({ job, start, group }) => {
      const from = start - (jobs.before[job] ?? 0);
      const bayDay = (proof.groups[group]?.places ?? []).find((place) => (free.get(place) ?? -Infinity) <= from);
      const shift = shiftOf.get(job);
      if (bayDay === undefined || shift === undefined) throw new Error(`Job ${job} of the proof has no place`);
      free.set(bayDay, start + (jobs.duration[job] ?? 0) + (jobs.after[job] ?? 0) + (bayDays.turnover[bayDay] ?? 0));
      return { job, shift, bayDay, start };
    });
  return [...anchorsOf(model), ...planned];
}
