import type { PlanModel, ShiftChoices } from '../plan/model.ts';
import { termsOf, totalOf } from '../plan/plan-terms.ts';
import { startCost } from '../plan/state.ts';
import { anchorsOf, gapsOf, isPlanned, type ShiftGap } from './anchors.ts';
import { bayGroups, type BayGroup } from './bay-groups.ts';
import { countRows, limitRows, partRows, poolRows } from './proof-limits.ts';
import type { ProofModel, ProofStart } from './proof-parts.ts';
import { linearBuilder, type LinearBuilder } from './rows.ts';

/**
 * Minimises the objective of the plan over all plans of a model that `notProvable` lets through. Two jobs never hold one
 * technician, nor more than its bays one group, at the moment at which either begins (Sousa and Wolsey, "A time indexed
 * formulation of non-preemptive single machine scheduling problems", 1992).
 */
export function proofModel(model: PlanModel): ProofModel {
  const { jobs } = model;
  const builder = linearBuilder();
  const groups = bayGroups(model);
  const gaps = gapsOf(model);
  const byShift = startsByShift(model, builder, gaps);
  const byBays = startsByBays(model, builder, groups, byShift);
  for (let job = 0; job < jobs.count; job += 1) oneStart(model, builder, job, byShift, byBays);
  const driven = gapRows(model, builder, gaps, byShift);
  bayRows(model, builder, groups, byBays);
  partRows(model, builder, byShift);
  poolRows(model, builder, byShift);
  countRows(model, builder, byShift);
  const above = limitRows(model, builder, byShift);
  // What is fixed without a bay costs what it costs; the rest is left out at first.
  const offset = totalOf(termsOf(model, anchorsOf(model)));
  return { linear: builder.build(offset), byShift, byBays, groups, driven, above };
}

type ShiftStart = ProofModel['byShift'][number];
type BayStart = ProofModel['byBays'][number];

/** All bays used lie at one site; the drive there and on from there bounds each gap of a shift. */
function startsByShift(model: PlanModel, builder: LinearBuilder, gaps: readonly ShiftGap[]): readonly ShiftStart[] {
  const { jobs, grid } = model;
  const planned = isPlanned(model);
  const gapsIn = Map.groupBy(gaps.keys(), (gap) => gaps[gap]?.shift ?? 0);
  const list: ShiftStart[] = [];
  for (let job = 0; job < jobs.count; job += 1) {
    if (planned[job] !== true) continue;
    const choices = jobs.choices[job] as ShiftChoices;
    for (const [choice, shift] of choices.shifts.entries()) {
      const starts = choices.starts[choice] ?? new Int32Array();
      for (let at = 0; at < starts.length; at += 2)
        for (let start = starts[at] ?? 0; start <= (starts[at + 1] ?? 0); start += grid) {
          const gap = (gapsIn.get(shift) ?? []).find((one) => isFree(model, gaps[one], job, start));
          if (gap === undefined) continue;
          const cost = (choices.cost[choice] ?? 0) + startCost(model, job, shift, start) - (jobs.penalty[job] ?? 0);
          list.push({ job, start, shift, gap, column: builder.variable(cost, 1, true) });
        }
    }
  }
  return list;
}

function isFree({ jobs }: PlanModel, gap: ShiftGap | undefined, job: number, start: number): boolean {
  if (gap === undefined || start - (jobs.before[job] ?? 0) < gap.from) return false;
  return gap.isInTime(start + (jobs.duration[job] ?? 0) + (jobs.after[job] ?? 0));
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

/** One job at a time; nothing in a gap in which nobody drives to the bays. */
function gapRows(
  model: PlanModel,
  builder: LinearBuilder,
  gaps: readonly ShiftGap[],
  byShift: readonly ShiftStart[],
): ProofModel['driven'][number][] {
  const driven: ProofModel['driven'][number][] = [];
  for (const [gap, mine] of Map.groupBy(byShift, (one) => one.gap)) {
    const detour = gaps[gap]?.detour ?? 0;
    const column = detour === 0 ? undefined : builder.variable(model.travelPerMinute * detour, 1, true);
    if (column !== undefined) driven.push({ jobs: mine, column });
    for (const meeting of meetings(model, mine, 0)) {
      const entries = meeting.map((one) => [one.column, 1] as const);
      if (column === undefined) builder.row(0, 1, entries);
      else builder.row(-Infinity, 0, [...entries, [column, -1]]);
    }
    // By way of the bays it may be shorter: that is no reason to go there for nothing.
    if (column !== undefined && detour < 0)
      builder.row(0, Infinity, [...mine.map((one) => [one.column, 1] as const), [column, -1]]);
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
