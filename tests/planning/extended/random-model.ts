import type { JobTable, PlanModel, Pool, Quota, ShiftChoices } from '../../../core/planning/plan/model.ts';
import { randomFrom, type Random } from '../../../core/planning/plan/random.ts';
import { modelOfInstance } from '../../../core/planning/plan/tbs-instance.ts';
import { randomInstance } from '../plan/random-instances.ts';

/** A random instance with crews, order, overtime, promised starts, a reserve, pools and quotas on top. */
export function randomModel(seed: number): PlanModel {
  const random = randomFrom(seed + 500);
  const plain = modelOfInstance(randomInstance(seed));
  const fixed = new Set(plain.fixed.map(({ job }) => job));
  const isFree = (job: number): boolean => !fixed.has(job);
  const pools = Array.from({ length: random.below(3) }, () => randomPool(random));
  const jobs = withCrews(
    {
      ...plain.jobs,
      wishes: plain.jobs.wishes.map((wishes, job) => [...wishes, ...promise(plain.jobs, job, random)]),
      ...inOrder(plain.jobs, isFree, random),
      pools: plain.jobs.pools.map((_, job) => (isFree(job) ? poolNeeds(pools, random) : [])),
    },
    plain,
    isFree,
    random,
  );
  const days = plain.dayLimit.length;
  const quotas: readonly Quota[] = Array.from({ length: days }, (_, day) => ({
    most: 3 + random.below(12),
    jobs: day % 2 === 0 ? null : Uint8Array.from({ length: jobs.count }, () => random.below(2)),
  }));
  return {
    ...plain,
    jobs,
    pools,
    quotas,
    overtimePerMinute: random.below(4),
    reservePerMinute: random.below(4),
    dayLimit: Int32Array.from({ length: days }, () => 200 + random.below(900)),
    shifts: {
      ...plain.shifts,
      regularTo: plain.shifts.to.map((to) => to - random.below(120)),
      quotas: Array.from({ length: plain.shifts.count }, (_, shift) => Int32Array.of(plain.shifts.day[shift] ?? 0)),
    },
  };
}

function randomPool(random: Random): Pool {
  const from = 420 + random.below(400);
  return {
    capacity: 1 + random.below(3),
    workOnly: random.below(2) === 0,
    busy: random.below(2) === 0 ? [] : [{ from, to: from + 60 + random.below(120), units: 1 }],
  };
}

function poolNeeds(pools: readonly Pool[], random: Random): { pool: number; units: number }[] {
  return [...pools.keys()].filter(() => random.next() < 0.25).map((pool) => ({ pool, units: 1 }));
}

/** Some starts were promised: another one costs. */
function promise({ choices }: JobTable, job: number, random: Random): { stretches: Int32Array; cost: number }[] {
  const { starts = [] } = choices[job] ?? {};
  const stretches = starts[random.below(Math.max(1, starts.length))];
  const start = stretches?.[0];
  if (start === undefined || random.next() < 0.7) return [];
  return [{ stretches: Int32Array.of(start, start), cost: 10 + random.below(200) }];
}

/** Some jobs come after the one before them in the list, which itself follows none. */
function inOrder(jobs: JobTable, isFree: (job: number) => boolean, random: Random): Pick<JobTable, 'follows' | 'lag'> {
  const follows = new Int32Array(jobs.count).fill(-1);
  for (let job = 1; job < jobs.count; job += 1)
    if (isFree(job) && isFree(job - 1) && random.next() < 0.2) follows[job] = job - 1;
  return { follows, lag: Int32Array.from(follows, () => 10 * random.below(6)) };
}

/** Some jobs want a second or third pair of hands, from the first's own shifts. */
function withCrews(jobs: JobTable, model: PlanModel, isFree: (job: number) => boolean, random: Random): JobTable {
  const sites = new Set(model.bayDays.site);
  const leads = [...jobs.choices.keys()].flatMap((job) => {
    const isSure = (jobs.bayDays[job] ?? null) === null || sites.size === 1;
    if (!isFree(job) || !isSure || random.next() > 0.15) return [];
    return random.next() < 0.3 ? [job, job] : [job];
  });
  const [site = 0] = sites;
  const add = (numbers: Int32Array, of: (lead: number) => number): Int32Array =>
    Int32Array.from([...numbers, ...leads.map(of)]);
  const from = (numbers: Int32Array) => (lead: number) => numbers[lead] ?? 0;
  const nothing = leads.map(() => []);
  return {
    ...jobs,
    count: jobs.count + leads.length,
    duration: add(jobs.duration, from(jobs.duration)),
    before: add(jobs.before, from(jobs.before)),
    after: add(jobs.after, from(jobs.after)),
    site: add(jobs.site, (lead) => (jobs.site[lead] === -1 ? site : (jobs.site[lead] ?? 0))),
    penalty: add(jobs.penalty, () => 0),
    due: add(jobs.due, from(jobs.due)),
    tardyPerMinute: add(jobs.tardyPerMinute, () => 0),
    wishes: [...jobs.wishes, ...nothing],
    follows: add(jobs.follows, () => -1),
    lag: add(jobs.lag, () => 0),
    crewOf: add(jobs.crewOf, (lead) => lead),
    pools: [...jobs.pools, ...nothing],
    choices: [...jobs.choices, ...leads.map((lead) => freeOf(jobs.choices[lead] as ShiftChoices))],
    bayDays: [...jobs.bayDays, ...leads.map(() => null)],
    partFirst: add(jobs.partFirst, () => jobs.part.length),
  };
}

function freeOf(choices: ShiftChoices): ShiftChoices {
  return { ...choices, cost: new Int32Array(choices.cost.length) };
}
