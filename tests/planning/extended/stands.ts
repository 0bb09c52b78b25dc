import type { PlanModel, PlanPlacement } from '../../../core/planning/plan/model.ts';

/** A placement with all that the model says about it. */
export interface Stand {
  readonly job: number;
  readonly shift: number;
  readonly bayDay: number;
  readonly technician: number;
  readonly day: number;
  readonly site: number;
  readonly start: number;
  readonly end: number;
  /** With what it keeps busy before and after. */
  readonly from: number;
  readonly to: number;
  readonly isFixed: boolean;
}

/** A broken rule and who takes part in it. */
export interface Fault {
  readonly text: string;
  readonly by: readonly Stand[];
}

export function standsOf(model: PlanModel, placements: readonly PlanPlacement[]): readonly Stand[] {
  const { jobs, shifts, bayDays } = model;
  const fixed = new Set(model.fixed.map(({ job }) => job));
  return placements.map(({ job, shift, bayDay, start }) => {
    const end = start + at(jobs.duration, job);
    const own = at(jobs.site, job);
    return {
      job,
      shift,
      bayDay,
      technician: at(shifts.technician, shift),
      day: at(shifts.day, shift),
      site: own === -1 ? at(bayDays.site, bayDay) : own,
      start,
      end,
      from: start - at(jobs.before, job),
      to: end + at(jobs.after, job),
      isFixed: fixed.has(job),
    };
  });
}

/** The number at that place; it has to be there. */
export function at(numbers: Int32Array, place: number): number {
  const number = numbers[place];
  if (number === undefined) throw new RangeError(`There is nothing at ${place}`);
  return number;
}

/** True when the value lies in one of the stretches, ends included. */
export function lies(stretches: Int32Array, value: number): boolean {
  return stretches.some((low, place) => place % 2 === 0 && value >= low && value <= at(stretches, place + 1));
}
