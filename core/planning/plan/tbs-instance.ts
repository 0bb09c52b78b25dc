import {
  NEVER,
  NONE,
  type PlanPlacement,
  type JobTable,
  type PlanModel,
  type ShiftChoices,
  type Stretches,
} from './model.ts';

/** A "tbs-1" instance as its schema says: integers, minutes from midnight of day 0, ids are places in the lists. */
export interface TbsInstance {
  readonly grid: number;
  readonly travel: readonly (readonly number[])[];
  readonly technicians: readonly {
    readonly home: number;
    readonly skills: readonly number[];
    readonly shifts: readonly {
      readonly day: number;
      readonly start: number;
      readonly end: number;
      readonly closed: readonly (readonly [number, number])[];
    }[];
    readonly maxJobsPerDay: number;
    readonly targetMinutes: number | null;
  }[];
  readonly bays: readonly {
    readonly site: number;
    readonly caps: readonly number[];
    readonly turnover: number;
    readonly hours: readonly { readonly day: number; readonly start: number; readonly end: number }[];
  }[];
  readonly parts: readonly { readonly lots: readonly { readonly at: number; readonly qty: number }[] }[];
  readonly jobs: readonly TbsJob[];
  readonly fixed: readonly {
    readonly job: number;
    readonly tech: number;
    readonly bay: number | null;
    readonly start: number;
  }[];
  readonly weights: {
    readonly unassigned: readonly number[];
    readonly tardyPerMin: readonly number[];
    readonly travelPerMin: number;
    readonly notPreferredTech: number;
    readonly notPreferredWindow: number;
    readonly overloadPerMin: number;
  };
}

export interface TbsJob {
  readonly site: number | null;
  readonly duration: number;
  readonly before: number;
  readonly after: number;
  readonly skills: readonly { readonly skill: number; readonly level: number }[];
  readonly bayCaps: readonly number[] | null;
  readonly parts: readonly { readonly part: number; readonly qty: number }[];
  readonly windows: readonly (readonly [number, number])[];
  readonly due: number | null;
  readonly priority: number;
  readonly preferredTechs: readonly number[];
  readonly forbiddenTechs: readonly number[];
  readonly preferredWindows: readonly (readonly [number, number])[];
}

interface FlatShift {
  readonly technician: number;
  readonly day: number;
  readonly start: number;
  readonly end: number;
  readonly closed: readonly (readonly [number, number])[];
}

interface FlatBayDay {
  readonly bay: number;
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

/** The model of an instance. Ids of technicians and bays are those of the instance; shifts and bay days follow their order. */
export function modelOfInstance(instance: TbsInstance): PlanModel {
  const { technicians, bays, weights, grid } = instance;
  const shifts = technicians.flatMap((one, technician) => one.shifts.map((shift) => ({ ...shift, technician })));
  const bayDays = bays.flatMap((one, bay) => one.hours.map((hours) => ({ ...hours, bay })));
  const fixed = instance.fixed.map(({ job, tech, bay, start }) => ({
    job,
    shift: shifts.findIndex((one) => one.technician === tech && one.start <= start && start < one.end),
    bayDay: bayDays.findIndex((one) => one.bay === bay && one.start <= start && start < one.end),
    start,
  }));
  return {
    grid,
    technicians: technicians.length,
    target: Int32Array.from(technicians, (one) => one.targetMinutes ?? NEVER),
    overloadPerMinute: weights.overloadPerMin,
    overtimePerMinute: 0,
    dayLimit: Int32Array.from({ length: 1 + Math.max(-1, ...shifts.map((one) => one.day)) }, () => NEVER),
    reservePerMinute: 0,
    pools: [],
    quotas: [],
    travelPerMinute: weights.travelPerMin,
    travel: Int32Array.from(instance.travel.flat()),
    sites: instance.travel.length,
    isMetric: true,
    lots: instance.parts.map(({ lots }) =>
      lots.map(({ at, qty }) => ({ at, quantity: qty })).toSorted((one, other) => one.at - other.at),
    ),
    shifts: {
      count: shifts.length,
      technician: Int32Array.from(shifts, (one) => one.technician),
      day: Int32Array.from(shifts, (one) => one.day),
      from: Int32Array.from(shifts, (one) => one.start),
      to: Int32Array.from(shifts, (one) => one.end),
      regularTo: Int32Array.from(shifts, (one) => one.end),
      home: Int32Array.from(shifts, (one) => technicians[one.technician]?.home ?? 0),
      mostJobs: Int32Array.from(shifts, (one) => technicians[one.technician]?.maxJobsPerDay ?? 0),
      quotas: shifts.map(() => new Int32Array()),
      closed: shifts.map((one) => Int32Array.from(one.closed.toSorted((a, b) => a[0] - b[0]).flat())),
    },
    bayDays: {
      count: bayDays.length,
      bay: Int32Array.from(bayDays, (one) => one.bay),
      day: Int32Array.from(bayDays, (one) => one.day),
      site: Int32Array.from(bayDays, (one) => bays[one.bay]?.site ?? 0),
      from: Int32Array.from(bayDays, (one) => one.start),
      to: Int32Array.from(bayDays, (one) => one.end),
      turnover: Int32Array.from(bayDays, (one) => bays[one.bay]?.turnover ?? 0),
    },
    jobs: withFixed(jobTable(instance, shifts, bayDays), fixed),
    fixed,
  };
}

/** A fixed job may go nowhere else. */
function withFixed(jobs: JobTable, fixed: readonly PlanPlacement[]): JobTable {
  const places = new Map(fixed.map((one) => [one.job, one]));
  return {
    ...jobs,
    choices: jobs.choices.map((choices, job) => {
      const place = places.get(job);
      if (place === undefined) return choices;
      const cost = choices.cost[choices.shifts.indexOf(place.shift)] ?? 0;
      const starts = [Int32Array.of(place.start, place.start)];
      return { shifts: Int32Array.of(place.shift), starts, cost: Int32Array.of(cost) };
    }),
    bayDays: jobs.bayDays.map((bayDays, job) => {
      const place = places.get(job);
      return place === undefined || bayDays === null ? bayDays : Int32Array.of(place.bayDay);
    }),
  };
}

function jobTable(instance: TbsInstance, shifts: readonly FlatShift[], bayDays: readonly FlatBayDay[]): JobTable {
  const { jobs, bays, weights } = instance;
  return {
    count: jobs.length,
    duration: Int32Array.from(jobs, (job) => job.duration),
    before: Int32Array.from(jobs, (job) => job.before),
    after: Int32Array.from(jobs, (job) => job.after),
    site: Int32Array.from(jobs, (job) => (job.bayCaps === null ? (job.site ?? -1) : -1)),
    penalty: Int32Array.from(jobs, (job) => weights.unassigned[job.priority] ?? 0),
    due: Int32Array.from(jobs, (job) => job.due ?? NEVER),
    tardyPerMinute: Int32Array.from(jobs, (job) => weights.tardyPerMin[job.priority] ?? 0),
    wishes: jobs.map(({ preferredWindows }) =>
      preferredWindows.length === 0
        ? []
        : [
            {
              stretches: Int32Array.from(preferredWindows.toSorted((a, b) => a[0] - b[0]).flat()),
              cost: weights.notPreferredWindow,
            },
          ],
    ),
    follows: new Int32Array(jobs.length).fill(NONE),
    lag: new Int32Array(jobs.length),
    crewOf: new Int32Array(jobs.length).fill(NONE),
    pools: jobs.map(() => []),
    choices: jobs.map((job) => choicesOf(instance, job, shifts)),
    bayDays: jobs.map((job) => {
      const { bayCaps } = job;
      if (bayCaps === null) return null;
      return Int32Array.from(
        bayDays.flatMap(({ bay }, place) => (bayCaps.every((cap) => bays[bay]?.caps.includes(cap)) ? [place] : [])),
      );
    }),
    ...partNeeds(jobs),
  };
}

function partNeeds(jobs: readonly TbsJob[]): Pick<JobTable, 'partFirst' | 'part' | 'quantity'> {
  const needs = jobs.flatMap((job) => job.parts);
  const first = [0];
  for (const job of jobs) first.push((first.at(-1) ?? 0) + job.parts.length);
  return {
    partFirst: Int32Array.from(first),
    part: Int32Array.from(needs, (need) => need.part),
    quantity: Int32Array.from(needs, (need) => need.qty),
  };
}

function choicesOf(instance: TbsInstance, job: TbsJob, shifts: readonly FlatShift[]): ShiftChoices {
  const able = instance.technicians.map(
    (one, id) =>
      !job.forbiddenTechs.includes(id) && job.skills.every(({ skill, level }) => (one.skills[skill] ?? 0) >= level),
  );
  const open = shifts
    .map((shift, place) => ({ place, shift, starts: startsIn(job, shift, instance.grid) }))
    .filter(({ shift, starts }) => able[shift.technician] === true && starts.length > 0);
  const cost = ({ technician }: FlatShift): number =>
    job.preferredTechs.length > 0 && !job.preferredTechs.includes(technician) ? instance.weights.notPreferredTech : 0;
  return {
    shifts: Int32Array.from(open, ({ place }) => place),
    starts: open.map(({ starts }) => starts),
    cost: Int32Array.from(open, ({ shift }) => cost(shift)),
  };
}

/** Starts on the grid inside a window whose busy time lies in the shift and touches no closed time. */
function startsIn(job: TbsJob, shift: FlatShift, grid: number): Stretches {
  const { before, duration, after } = job;
  const edges: number[] = [];
  const free: (readonly [number, number])[] = [];
  let from = shift.start;
  for (const [closedFrom, closedTo] of shift.closed.toSorted((a, b) => a[0] - b[0])) {
    free.push([from, closedFrom]);
    from = Math.max(from, closedTo);
  }
  free.push([from, shift.end]);
  for (const [open, shut] of free) {
    for (const [first, last] of job.windows.toSorted((a, b) => a[0] - b[0])) {
      const low = Math.ceil(Math.max(open + before, first) / grid) * grid;
      const high = Math.floor(Math.min(shut - after - duration, last) / grid) * grid;
      const end = edges.at(-1);
      if (low > high) continue;
      // Windows that overlap are one.
      if (end !== undefined && low <= end + grid) edges[edges.length - 1] = Math.max(end, high);
      else edges.push(low, high);
    }
  }
  return Int32Array.from(edges);
}
