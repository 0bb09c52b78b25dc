/**
 * The planning problem in typed arrays: what the search works on. Times are whole minutes from a common origin; a start
 * lies on `grid`. A technician's shift is a `shift`, a bay's open stretch a `bayDay`. Sites are rows of `travel`.
 */
export interface PlanModel {
  readonly grid: number;
  readonly jobs: JobTable;
  readonly shifts: ShiftTable;
  readonly bayDays: BayDayTable;
  /** Number of technicians; loads are summed over their shifts. */
  readonly technicians: number;
  /** Minutes of service that are a fair share, by technician; a huge number where there is none. */
  readonly target: Int32Array;
  readonly overloadPerMinute: number;
  /** Price of a minute of work behind the regular end of a shift. */
  readonly overtimePerMinute: number;
  /** Service minutes a day may hold, by day, before what is kept free for emergencies is touched; and the price of a minute more. */
  readonly dayLimit: Int32Array;
  readonly reservePerMinute: number;
  readonly travelPerMinute: number;
  /** Minutes from site a to b at a * sites + b. */
  readonly travel: Int32Array;
  readonly sites: number;
  /** True when no detour is shorter than the direct way. */
  readonly isMetric: boolean;
  /** Stock of each part: what arrives when, soonest first. */
  readonly lots: readonly (readonly Lot[])[];
  /** Whatever else is used together with a job: equipment, rooms, members of a team. */
  readonly pools: readonly Pool[];
  /** Limits on how many jobs some shifts may have together. */
  readonly quotas: readonly Quota[];
  /** Jobs that stay where they are, whether or not they keep the limits there. */
  readonly fixed: readonly PlanPlacement[];
}

export interface Lot {
  readonly at: number;
  readonly quantity: number;
}

/** So many units that several jobs can use at once. */
export interface Pool {
  readonly capacity: number;
  /** True when the work itself counts, without what it keeps busy before and after. */
  readonly workOnly?: boolean;
  /** Units in use by what is not a job of this model. */
  readonly busy: readonly { readonly from: number; readonly to: number; readonly units: number }[];
}

/** At most so many jobs in the shifts that name it; of these jobs alone, where they are given. */
export interface Quota {
  readonly most: number;
  /** 1 for a job that counts; null when all do. */
  readonly jobs: Uint8Array | null;
}

export interface PoolNeed {
  readonly pool: number;
  readonly units: number;
}

/** A start that is worth something: `cost` is due when the job starts in none of the stretches. */
export interface StartWish {
  readonly stretches: Stretches;
  readonly cost: number;
}

/** Where one job goes. */
export interface PlanPlacement {
  readonly job: number;
  readonly shift: number;
  /** Bay day, or -1. */
  readonly bayDay: number;
  readonly start: number;
}

/** Stretches as pairs [from, to], both ends included, sorted and disjoint, flattened. */
export type Stretches = Int32Array;

export interface JobTable {
  readonly count: number;
  readonly duration: Int32Array;
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** -1 for work that happens at the site of the bay it gets. */
  readonly site: Int32Array;
  /** Cost of leaving it out; from PROMISED on nothing else is worth it. */
  readonly penalty: Int32Array;
  readonly due: Int32Array;
  readonly tardyPerMinute: Int32Array;
  /** Preferred windows, and the start that was promised. */
  readonly wishes: readonly (readonly StartWish[])[];
  /** The job that has to end first, -1 for none, and the minutes between. A job is planned only when the one before it is. */
  readonly follows: Int32Array;
  readonly lag: Int32Array;
  /** The job whose crew this one belongs to, -1 for none: it starts with it, on another technician, and has no penalty of its own. */
  readonly crewOf: Int32Array;
  readonly pools: readonly (readonly PoolNeed[])[];
  /** Shifts whose technician may do it, with the starts that fit the shift, the closed times and the windows. */
  readonly choices: readonly ShiftChoices[];
  /** Bay days that can take it; null when it needs no bay. */
  readonly bayDays: readonly (Int32Array | null)[];
  /** What each job takes: job j has the needs partFirst[j] up to, not including, partFirst[j + 1]. */
  readonly partFirst: Int32Array;
  readonly part: Int32Array;
  readonly quantity: Int32Array;
}

/** Where one job can go: parallel lists over the shifts that are open to it. */
export interface ShiftChoices {
  readonly shifts: Int32Array;
  /** Starts on the grid, by place in `shifts`. */
  readonly starts: readonly Stretches[];
  /** Cost of a technician who is not preferred, by place in `shifts`. */
  readonly cost: Int32Array;
}

export interface ShiftTable {
  readonly count: number;
  readonly technician: Int32Array;
  readonly day: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** When overtime begins; not before `to` where there is none. */
  readonly regularTo: Int32Array;
  readonly home: Int32Array;
  readonly mostJobs: Int32Array;
  /** Places of the quotas that count what is in each shift. */
  readonly quotas: readonly Int32Array[];
  /** Closed times inside the shift, as pairs [from, to), sorted. */
  readonly closed: readonly Int32Array[];
}

export interface BayDayTable {
  readonly count: number;
  readonly bay: Int32Array;
  readonly day: Int32Array;
  readonly site: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly turnover: Int32Array;
}

/** No job, no shift, no bay. */
export const NONE = -1;

/** A penalty that says: this stands, and is not left out for the sake of other work. */
export const PROMISED = 1_000_000;

/** No limit, still small enough to add to. */
export const NEVER = 1_000_000_000;
