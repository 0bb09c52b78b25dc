import type { InstanceFile } from './instance-form.ts';

/** A field and what it must be. */
export interface Misfit {
  readonly field: string;
  readonly reason: string;
}

/** Above this many sites the triangle inequality is not checked; it would take long. */
const MOST_CHECKED_SITES = 700;
const MOST_CHOICES = 4_000_000;
const MOST_COST = 900_000_000;

/** The first thing in a well formed instance that makes no sense; undefined when all of it does. */
export function misfitOf(instance: InstanceFile): Misfit | undefined {
  for (const misfit of misfits(instance)) return misfit;
  return undefined;
}

function* misfits(instance: InstanceFile): Generator<Misfit> {
  yield* sizes(instance);
  yield* travel(instance);
  yield* people(instance);
  yield* bays(instance);
  yield* parts(instance);
  yield* jobs(instance);
  yield* fixed(instance);
}

function* sizes({ jobs: all, technicians, weights }: InstanceFile): Generator<Misfit> {
  const shifts = technicians.reduce((sum, one) => sum + one.shifts.length, 0);
  if (all.length * shifts > MOST_CHOICES)
    yield { field: 'jobs', reason: `must be fewer: jobs times shifts is at most ${MOST_CHOICES}` };
  const penalties = all.reduce((sum, one) => sum + (weights.unassigned[one.priority] ?? 0), 0);
  if (penalties > MOST_COST)
    yield { field: 'weights.unassigned', reason: `must be lower: all jobs left out may cost ${MOST_COST} at most` };
}

function* travel({ travel: rows }: InstanceFile): Generator<Misfit> {
  const sites = rows.length;
  for (const [from, row] of rows.entries()) {
    if (row.length !== sites)
      yield { field: `travel.${from}`, reason: `must have ${sites} numbers, one for each site` };
    if (row[from] !== 0) yield { field: `travel.${from}.${from}`, reason: 'must be 0: a place is no way from itself' };
  }
  const found = sites > MOST_CHECKED_SITES ? undefined : shortcut(rows);
  if (found !== undefined)
    yield {
      field: `travel.${found.from}.${found.to}`,
      reason: `must not be longer than the way over site ${found.over}`,
    };
}

/** A detour that is shorter than the way; hundreds of sites are hundreds of millions of looks, hence the plain loops. */
function shortcut(
  rows: InstanceFile['travel'],
): { readonly from: number; readonly to: number; readonly over: number } | undefined {
  const sites = rows.length;
  const minutes = Int32Array.from(rows.flat());
  for (let over = 0; over < sites; over += 1)
    for (let from = 0; from < sites; from += 1) {
      const there = minutes[from * sites + over] as number;
      for (let to = 0; to < sites; to += 1)
        if ((minutes[from * sites + to] as number) > there + (minutes[over * sites + to] as number))
          return { from, to, over };
    }
  return undefined;
}

function* people({ technicians, travel: sites }: InstanceFile): Generator<Misfit> {
  for (const [index, one] of technicians.entries()) {
    const field = `technicians.${index}`;
    yield* itsPlace(field, one.id, index);
    yield* among(`${field}.home`, one.home, sites.length, 'sites');
    yield* apart(`${field}.shifts`, one.shifts, 0);
    for (const [shift, { start, end, closed }] of one.shifts.entries()) {
      const stretches = closed.map(([from, to]) => ({ start: from, end: to }));
      yield* apart(`${field}.shifts.${shift}.closed`, stretches, 0);
      for (const [at, [from, to]] of closed.entries())
        if (from < start || to > end)
          yield { field: `${field}.shifts.${shift}.closed.${at}`, reason: 'must lie inside the shift' };
    }
  }
}

function* bays({ bays: all, travel: sites }: InstanceFile): Generator<Misfit> {
  for (const [index, { id, site, hours, turnover }] of all.entries()) {
    yield* itsPlace(`bays.${index}`, id, index);
    yield* among(`bays.${index}.site`, site, sites.length, 'sites');
    yield* apart(`bays.${index}.hours`, hours, turnover);
  }
}

function* parts({ parts: all }: InstanceFile): Generator<Misfit> {
  for (const [index, { id }] of all.entries()) yield* itsPlace(`parts.${index}`, id, index);
}

function* jobs(instance: InstanceFile): Generator<Misfit> {
  for (const [index, job] of instance.jobs.entries()) {
    const field = `jobs.${index}`;
    yield* itsPlace(field, job.id, index);
    if (job.bayCaps === null && job.site === null)
      yield { field: `${field}.site`, reason: 'must be given where no bay is wanted' };
    if (job.site !== null) yield* among(`${field}.site`, job.site, instance.travel.length, 'sites');
    for (const [at, { skill }] of job.skills.entries())
      if (instance.technicians.some((one) => skill >= one.skills.length))
        yield { field: `${field}.skills.${at}.skill`, reason: 'must be a skill that every technician has a level of' };
    const named = new Set<number>();
    for (const [at, { part }] of job.parts.entries()) {
      yield* among(`${field}.parts.${at}.part`, part, instance.parts.length, 'parts');
      if (named.has(part)) yield { field: `${field}.parts.${at}.part`, reason: 'must be named once only' };
      named.add(part);
    }
    for (const list of ['preferredTechs', 'forbiddenTechs'] as const)
      for (const [at, one] of job[list].entries())
        yield* among(`${field}.${list}.${at}`, one, instance.technicians.length, 'technicians');
    for (const list of ['windows', 'preferredWindows'] as const)
      for (const [at, [from, to]] of job[list].entries())
        if (to < from) yield { field: `${field}.${list}.${at}`, reason: 'must end after it begins' };
  }
}

function* fixed(instance: InstanceFile): Generator<Misfit> {
  const seen = new Set<number>();
  for (const [index, one] of instance.fixed.entries()) {
    yield* itsNames(`fixed.${index}`, one, instance);
    if (seen.has(one.job)) yield { field: `fixed.${index}.job`, reason: 'must be fixed once only' };
    seen.add(one.job);
  }
}

/** What an assignment names has to be there, and a bay only where one is wanted. */
export function* itsNames(
  field: string,
  { job, tech, bay }: { readonly job: number; readonly tech: number; readonly bay: number | null },
  instance: InstanceFile,
): Generator<Misfit> {
  yield* among(`${field}.job`, job, instance.jobs.length, 'jobs');
  yield* among(`${field}.tech`, tech, instance.technicians.length, 'technicians');
  if (bay !== null) yield* among(`${field}.bay`, bay, instance.bays.length, 'bays');
  const wantsBay = (instance.jobs[job]?.bayCaps ?? null) !== null;
  if (wantsBay && bay === null) yield { field: `${field}.bay`, reason: `must be given: job ${job} wants a bay` };
  if (!wantsBay && bay !== null) yield { field: `${field}.bay`, reason: `must be null: job ${job} wants no bay` };
}

function* itsPlace(field: string, id: number, index: number): Generator<Misfit> {
  if (id !== index) yield { field: `${field}.id`, reason: `must be ${index}, its place in the list` };
}

function* among(field: string, id: number, count: number, what: string): Generator<Misfit> {
  if (id >= count) yield { field, reason: `must be one of the ${count} ${what}` };
}

/** Stretches must end after they begin, and leave `between` minutes from one to the next. */
function* apart(
  field: string,
  stretches: readonly { readonly start: number; readonly end: number }[],
  between: number,
): Generator<Misfit> {
  for (const [index, { start, end }] of stretches.entries()) {
    if (end <= start) yield { field: `${field}.${index}`, reason: 'must end after it begins' };
    const near = stretches.findIndex(
      (other, place) => place !== index && start < other.end + between && other.start < end + between,
    );
    if (near < 0) continue;
    const gap = between === 0 ? 'must not overlap' : `must lie at least ${between} minutes (the turnover) from`;
    yield { field: `${field}.${index}`, reason: `${gap} the one at ${near}` };
  }
}
