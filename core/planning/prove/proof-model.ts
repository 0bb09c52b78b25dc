import { NEVER, type PlanModel, type ShiftChoices } from '../plan/model.ts';
import { after, before, startCost } from '../plan/state.ts';
import { bayGroups, type BayGroup } from './bay-groups.ts';
import { linearBuilder, type LinearBuilder, type LinearModel } from './rows.ts';

/** A job that starts then, with a technician, or in one of a group of bays that are alike. */
export interface ProofStart {
  readonly job: number;
  readonly start: number;
  readonly column: number;
}

/** The exact model of bay work at one site, by time: one variable for each job, technician and start, and each group of bays. */
export interface ProofModel {
  readonly linear: LinearModel;
  readonly byShift: readonly (ProofStart & { readonly shift: number })[];
  readonly byBays: readonly (ProofStart & { readonly group: number })[];
  readonly groups: readonly BayGroup[];
  /** Columns of what follows from the starts: whether a shift is driven to, and minutes above limits. */
  readonly driven: readonly { readonly shift: number; readonly column: number }[];
  readonly above: readonly { readonly column: number; readonly limit: number; readonly jobs: readonly ProofStart[] }[];
}

/**
 * Minimises the objective of the plan over all plans of a model that `notProvable` lets through. Two jobs never hold one
 * technician, nor more than its bays one group, at the moment at which either begins (Sousa and Wolsey, "A time indexed
 * formulation of non-preemptive single machine scheduling problems", 1992).
 */
export function proofModel(model: PlanModel): ProofModel {
  const { jobs } = model;
  const builder = linearBuilder();
  const groups = bayGroups(model);
  const byShift = startsByShift(model, builder);
  const byBays = startsByBays(model, builder, groups, byShift);
  for (let job = 0; job < jobs.count; job += 1) oneStart(model, builder, job, byShift, byBays);
  const driven = shiftRows(model, builder, byShift);
  bayRows(model, builder, groups, byBays);
  partRows(model, builder, byShift);
  const above = limitRows(model, builder, byShift);
  const offset = jobs.penalty.reduce((sum, penalty) => sum + penalty, 0);
  return { linear: builder.build(offset), byShift, byBays, groups, driven, above };
}

type ShiftStart = ProofModel['byShift'][number];
type BayStart = ProofModel['byBays'][number];

/** All bays used lie at one site; the drive there and home bounds the day. */
function startsByShift(model: PlanModel, builder: LinearBuilder): readonly ShiftStart[] {
  const { jobs, shifts, grid } = model;
  const list: ShiftStart[] = [];
  for (let job = 0; job < jobs.count; job += 1) {
    const choices = jobs.choices[job] as ShiftChoices;
    for (const [choice, shift] of choices.shifts.entries()) {
      const closed = shifts.closed[shift] ?? new Int32Array();
      const [there, back] = drives(model, shift);
      const first = after(closed, shifts.from[shift] ?? 0, there) + (jobs.before[job] ?? 0);
      const last = before(closed, shifts.to[shift] ?? 0, back) - (jobs.duration[job] ?? 0) - (jobs.after[job] ?? 0);
      const starts = choices.starts[choice] ?? new Int32Array();
      for (let at = 0; at < starts.length; at += 2)
        for (let start = starts[at] ?? 0; start <= (starts[at + 1] ?? 0); start += grid) {
          if (start < first || start > last) continue;
          const cost = (choices.cost[choice] ?? 0) + startCost(model, job, shift, start) - (jobs.penalty[job] ?? 0);
          list.push({ job, start, shift, column: builder.variable(cost, 1, true) });
        }
    }
  }
  return list;
}

function drives({ jobs, bayDays, shifts, travel, sites }: PlanModel, shift: number): readonly [number, number] {
  const site = bayDays.site[jobs.bayDays.find((wanted) => (wanted?.length ?? 0) > 0)?.[0] ?? 0] ?? 0;
  const home = shifts.home[shift] ?? 0;
  return [travel[home * sites + site] ?? 0, travel[site * sites + home] ?? 0];
}

function startsByBays(
  { jobs, bayDays }: PlanModel,
  builder: LinearBuilder,
  groups: readonly BayGroup[],
  byShift: readonly ShiftStart[],
): readonly BayStart[] {
  const starts = new Set(byShift.map(({ job, start }) => `${job} ${start}`));
  return [...starts].flatMap((key) => {
    const [job = 0, start = 0] = key.split(' ').map(Number);
    const from = start - (jobs.before[job] ?? 0);
    const to = start + (jobs.duration[job] ?? 0) + (jobs.after[job] ?? 0);
    return groups.flatMap(({ places, jobs: able }, group): readonly BayStart[] => {
      const place = places[0] ?? 0;
      if (!able.has(job) || from < (bayDays.from[place] ?? 0) || to > (bayDays.to[place] ?? 0)) return [];
      return [{ job, start, group, column: builder.variable(0, 1, true) }];
    });
  });
}

/** At most one start; with a technician exactly when with a bay. What is fixed has to be there. */
function oneStart(
  { fixed }: PlanModel,
  builder: LinearBuilder,
  job: number,
  byShift: readonly ShiftStart[],
  byBays: readonly BayStart[],
): void {
  const mine = byShift.filter((one) => one.job === job);
  const least = fixed.some((one) => one.job === job) ? 1 : 0;
  builder.row(
    least,
    1,
    mine.map(({ column }) => [column, 1]),
  );
  const inBays = Map.groupBy(
    byBays.filter((one) => one.job === job),
    ({ start }) => start,
  );
  for (const [start, hands] of Map.groupBy(mine, (one) => one.start))
    builder.row(0, 0, [
      ...hands.map(({ column }) => [column, 1] as const),
      ...(inBays.get(start) ?? []).map(({ column }) => [column, -1] as const),
    ]);
}

/** One job at a time and so many a shift; nothing in a shift to which nobody drives. */
function shiftRows(
  model: PlanModel,
  builder: LinearBuilder,
  byShift: readonly ShiftStart[],
): ProofModel['driven'][number][] {
  const { shifts } = model;
  const driven: ProofModel['driven'][number][] = [];
  for (const [shift, mine] of Map.groupBy(byShift, (one) => one.shift)) {
    const [there, back] = drives(model, shift);
    const minutes = there + back;
    const column = minutes > 0 ? builder.variable(model.travelPerMinute * minutes, 1, true) : undefined;
    if (column !== undefined) driven.push({ shift, column });
    for (const meeting of meetings(model, mine, 0)) {
      const entries = meeting.map((one) => [one.column, 1] as const);
      if (column === undefined) builder.row(0, 1, entries);
      else builder.row(-Infinity, 0, [...entries, [column, -1]]);
    }
    builder.row(
      0,
      shifts.mostJobs[shift] ?? 0,
      mine.map((one) => [one.column, 1]),
    );
  }
  return driven;
}

function bayRows(
  model: PlanModel,
  builder: LinearBuilder,
  groups: readonly BayGroup[],
  byBays: readonly BayStart[],
): void {
  for (const [group, { places }] of groups.entries()) {
    const mine = byBays.filter((one) => one.group === group);
    for (const meeting of meetings(model, mine, model.bayDays.turnover[places[0] ?? 0] ?? 0))
      builder.row(
        0,
        places.length,
        meeting.map(({ column }) => [column, 1]),
      );
  }
}

/** What is busy together at the moment at which one of them begins; what is part of a larger such set is left out. */
function meetings<T extends ProofStart>({ jobs }: PlanModel, starts: readonly T[], turnover: number): readonly T[][] {
  const busy = starts.map((one) => ({
    one,
    from: one.start - (jobs.before[one.job] ?? 0),
    to: one.start + (jobs.duration[one.job] ?? 0) + (jobs.after[one.job] ?? 0) + turnover,
  }));
  const begins = [...new Set(busy.map(({ from }) => from))].toSorted((a, b) => a - b);
  const ends = busy.map(({ to }) => to);
  return begins.flatMap((moment, place) => {
    const next = begins[place + 1];
    // Nobody leaves until the next one comes: the set then holds this one.
    if (next !== undefined && !ends.some((end) => end > moment && end <= next)) return [];
    return [busy.filter(({ from, to }) => from <= moment && to > moment).map(({ one }) => one)];
  });
}

/** Until the next delivery no more is taken than has come. */
function partRows({ jobs, lots }: PlanModel, builder: LinearBuilder, byShift: readonly ShiftStart[]): void {
  for (const [part, all] of lots.entries()) {
    const uses = byShift.flatMap((one) => {
      let quantity = 0;
      for (let need = jobs.partFirst[one.job] ?? 0; need < (jobs.partFirst[one.job + 1] ?? 0); need += 1)
        if (jobs.part[need] === part) quantity += jobs.quantity[need] ?? 0;
      return quantity === 0 ? [] : [{ column: one.column, quantity, at: one.start - (jobs.before[one.job] ?? 0) }];
    });
    let stock = 0;
    for (const until of [...new Set(all.map(({ at }) => at)), NEVER]) {
      const taken = uses.filter(({ at }) => at < until);
      builder.row(
        -Infinity,
        stock,
        taken.map(({ column, quantity }) => [column, quantity]),
      );
      stock += all.reduce((sum, lot) => (lot.at === until ? sum + lot.quantity : sum), 0);
    }
  }
}

/** Minutes above what a technician or a day should have cost. */
function limitRows(
  model: PlanModel,
  builder: LinearBuilder,
  byShift: readonly ShiftStart[],
): ProofModel['above'][number][] {
  const { jobs, shifts } = model;
  const above: ProofModel['above'][number][] = [];
  const limit = (mine: readonly ShiftStart[], most: number, price: number): void => {
    const all = [...Map.groupBy(mine, ({ job }) => job).keys()].reduce(
      (sum, job) => sum + (jobs.duration[job] ?? 0),
      0,
    );
    if (price === 0 || all <= most) return;
    const column = builder.variable(price, all, false);
    above.push({ column, limit: most, jobs: mine });
    builder.row(-Infinity, most, [
      ...mine.map((one) => [one.column, jobs.duration[one.job] ?? 0] as const),
      [column, -1],
    ]);
  };
  for (const [technician, mine] of Map.groupBy(byShift, ({ shift }) => shifts.technician[shift] ?? 0))
    limit(mine, model.target[technician] ?? 0, model.overloadPerMinute);
  for (const [day, mine] of Map.groupBy(byShift, ({ shift }) => shifts.day[shift] ?? 0))
    limit(mine, model.dayLimit[day] ?? 0, model.reservePerMinute);
  return above;
}
