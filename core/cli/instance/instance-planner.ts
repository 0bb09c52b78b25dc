import type { InstanceFile, PlanFile } from './instance-form.ts';

type Assignment = PlanFile['assignments'][number];

/** What the tasks on instances need of the planner; `main.ts` fills it in. */
export interface InstancePlanner {
  plan(instance: InstanceFile, options: PlanOptions): InstancePlan;
  /** What is wrong with assignments that name only what the instance has, in the order of the rules. */
  faults(instance: InstanceFile, assignments: readonly Assignment[]): readonly InstanceFault[];
  slots(instance: InstanceFile, assignments: readonly Assignment[], job: number, count: number): InstanceSlots;
  /** How far a plan is from the best there can be; a text says why that cannot be proved. */
  prove(instance: InstanceFile, plan: InstancePlan, seconds: number): Promise<ProvedPlan | NotProvable>;
}

/** The best plan that is known now, and what no plan goes below. */
export interface ProvedPlan {
  readonly plan: InstancePlan;
  readonly proof: {
    /** `optimal`: there is no better plan. `open`: the time was over. */
    readonly status: 'optimal' | 'open';
    readonly bound: number;
    /** (score - bound) / score. */
    readonly gap: number;
    readonly seconds: number;
  };
}

export type NotProvable = 'too-many-jobs' | 'work-without-bay' | 'several-sites' | 'crews' | 'order';

export interface PlanOptions {
  readonly seed: number;
  /** The share of the budget that is spent after so many rounds; 1 or more ends the search. */
  readonly used: (rounds: number) => number;
}

export interface InstancePlan {
  readonly assignments: readonly Assignment[];
  readonly score: number;
  readonly terms: Terms;
  readonly leftOut: readonly number[];
  readonly rounds: number;
  /** True when it is known that no plan scores less. */
  readonly isBest: boolean;
}

export interface Terms {
  readonly unassigned: number;
  readonly tardy: number;
  readonly travel: number;
  readonly notPreferredTech: number;
  readonly notPreferredWindow: number;
  readonly overload: number;
}

export interface InstanceFault {
  /** Its place among the assignments; undefined where one is missing. */
  readonly place: number | undefined;
  readonly job: number;
  readonly fault: FaultKind;
}

export type FaultKind =
  | 'twice'
  | 'technician'
  | 'start'
  | 'bay'
  | 'bay-busy'
  | 'too-early'
  | 'home-late'
  | 'too-many'
  | 'parts'
  | 'moved';

export interface InstanceSlot extends Assignment {
  readonly end: number;
  readonly delta: number;
  readonly terms: Terms;
}

export interface InstanceSlots {
  readonly feasible: number;
  readonly top: readonly InstanceSlot[];
  readonly cheapest: readonly InstanceSlot[];
}
