import { bestInsertions, type Insertable } from './best-insertions.ts';
import type { PlanModel, PlanPlacement } from './model.ts';
import { planFaults, type PlanFaultKind } from './plan-faults.ts';
import { termsOf, totalOf, type PlanTerms } from './plan-terms.ts';
import { search } from './search.ts';
import type { SearchOptions } from './search-result.ts';
import { modelOfInstance, type TbsInstance } from './tbs-instance.ts';

/** A placement as the plan form of "tbs-1" says it. */
export interface TbsAssignment {
  readonly job: number;
  readonly tech: number;
  /** Null for work without a bay. */
  readonly bay: number | null;
  readonly start: number;
}

export interface TbsPlan {
  readonly assignments: readonly TbsAssignment[];
  readonly score: number;
  readonly terms: TbsTerms;
  /** Jobs that are in no assignment. */
  readonly leftOut: readonly number[];
  readonly rounds: number;
  /** True when all plans have been looked through: none scores less. */
  readonly isBest: boolean;
}

/** The objective as "tbs-1" names its terms. */
export interface TbsTerms {
  readonly unassigned: number;
  readonly tardy: number;
  readonly travel: number;
  readonly notPreferredTech: number;
  readonly notPreferredWindow: number;
  readonly overload: number;
}

/** What is wrong with one assignment of a plan, and its place in the list; no place where it is missing. */
export interface TbsFault {
  readonly place: number | undefined;
  readonly job: number;
  readonly fault: PlanFaultKind;
}

export interface TbsSlot extends TbsAssignment {
  readonly end: number;
  /** By how much the score grows; below 0 where it gets better. */
  readonly delta: number;
  readonly terms: TbsTerms;
}

export interface TbsSlots {
  /** Every technician, bay and start that breaks no rule. */
  readonly feasible: number;
  /** The best that differ from each other. */
  readonly top: readonly TbsSlot[];
  /** The best, however near to each other. */
  readonly cheapest: readonly TbsSlot[];
}

/** Plans an instance whose fixed jobs keep the rules. The score is worked out anew from the plan. */
export function planInstance(instance: TbsInstance, options: SearchOptions): TbsPlan {
  const model = modelOfInstance(instance);
  // Without any job the first plan is the best.
  const { placements, cost, rounds, isBest } = search(
    model,
    model.jobs.count === 0 ? { ...options, used: () => 1 } : options,
  );
  const plan = planFrom(model, placements, { rounds, isBest });
  if (plan.score !== cost) throw new Error(`The search says ${cost}, its plan ${plan.score}`);
  return plan;
}

/** The plan form of placements, its score worked out anew. Throws when they break a rule. */
export function planFrom(
  model: PlanModel,
  placements: readonly PlanPlacement[],
  how: Pick<TbsPlan, 'rounds' | 'isBest'>,
): TbsPlan {
  const terms = termsOf(model, placements);
  const [fault] = planFaults(model, placements);
  if (fault !== undefined) throw new Error(`The plan breaks a rule: ${fault.fault} at job ${fault.job}`);
  const placed = new Set(placements.map(({ job }) => job));
  return {
    assignments: placements.map((one) => assignmentOf(model, one)),
    score: totalOf(terms),
    terms: named(terms),
    leftOut: Array.from({ length: model.jobs.count }, (_, job) => job).filter((job) => !placed.has(job)),
    ...how,
  };
}

/** What is wrong with assignments, in their order; those of a whole plan also have to hold the fixed jobs. */
export function instanceFaults(instance: TbsInstance, assignments: readonly TbsAssignment[]): readonly TbsFault[] {
  const model = modelOfInstance(instance);
  const placements = assignments.map((one) => placementOf(model, one));
  const unknown = placements.flatMap(({ job, shift }, place): readonly TbsFault[] =>
    shift < 0 ? [{ place, job, fault: 'technician' }] : [],
  );
  if (unknown.length > 0) return unknown;
  const placeOf = (job: number, fault: PlanFaultKind): number | undefined => {
    const place = fault === 'twice' ? assignments.findLastIndex((one) => one.job === job) : indexOf(assignments, job);
    return place < 0 ? undefined : place;
  };
  return planFaults(model, placements).map(({ job, fault }) => ({ job, fault, place: placeOf(job, fault) }));
}

function indexOf(assignments: readonly TbsAssignment[], job: number): number {
  return assignments.findIndex((one) => one.job === job);
}

/** Every slot of one job beside the rest of a plan that keeps the rules. */
export function instanceSlots(
  instance: TbsInstance,
  assignments: readonly TbsAssignment[],
  job: number,
  count: number,
): TbsSlots {
  const model = modelOfInstance(instance);
  const others = assignments.filter((one) => one.job !== job).map((one) => placementOf(model, one));
  const without = termsOf(model, others);
  const slotOf = (slot: Insertable): TbsSlot => {
    const terms = termsOf(model, [...others, slot]);
    return {
      ...assignmentOf(model, slot),
      end: slot.start + (model.jobs.duration[job] ?? 0),
      delta: slot.cost,
      terms: difference(named(terms), named(without)),
    };
  };
  const { feasible, different, cheapest } = bestInsertions(model, others, job, count);
  return { feasible, top: different.map(slotOf), cheapest: cheapest.map(slotOf) };
}

function assignmentOf({ shifts, bayDays }: PlanModel, { job, shift, bayDay, start }: PlanPlacement): TbsAssignment {
  return { job, tech: shifts.technician[shift] ?? -1, bay: bayDay < 0 ? null : (bayDays.bay[bayDay] ?? -1), start };
}

/** Where an assignment stands in the model; a shift or bay day of -1 stands for a time at which there is none. */
export function placementOf(
  { jobs, shifts, bayDays }: PlanModel,
  { job, tech, bay, start }: TbsAssignment,
): PlanPlacement {
  const from = start - (jobs.before[job] ?? 0);
  const to = start + (jobs.duration[job] ?? 0) + (jobs.after[job] ?? 0);
  const covers = (row: { readonly from: Int32Array; readonly to: Int32Array }, at: number): boolean =>
    from >= (row.from[at] ?? 0) && to <= (row.to[at] ?? 0);
  return {
    job,
    shift: shifts.technician.findIndex((one, at) => one === tech && covers(shifts, at)),
    bayDay: bay === null ? -1 : bayDays.bay.findIndex((one, at) => one === bay && covers(bayDays, at)),
    start,
  };
}

function named({ unassigned, tardy, travel, technician, wish, overload }: PlanTerms): TbsTerms {
  return { unassigned, tardy, travel, notPreferredTech: technician, notPreferredWindow: wish, overload };
}

function difference(one: TbsTerms, other: TbsTerms): TbsTerms {
  return {
    unassigned: one.unassigned - other.unassigned,
    tardy: one.tardy - other.tardy,
    travel: one.travel - other.travel,
    notPreferredTech: one.notPreferredTech - other.notPreferredTech,
    notPreferredWindow: one.notPreferredWindow - other.notPreferredWindow,
    overload: one.overload - other.overload,
  };
}
