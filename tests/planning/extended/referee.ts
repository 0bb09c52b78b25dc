import type { PlanModel, PlanPlacement } from '../../../core/planning/plan/model.ts';
import { costOf } from './cost.ts';
import { at, lies, standsOf, type Fault, type Stand } from './stands.ts';
import { togetherFaults } from './together.ts';

/** What a plan is worth, and every rule it breaks; an empty list is a valid plan. */
export interface Judgement {
  readonly faults: readonly string[];
  readonly cost: number;
}

/**
 * Judges placements by the model alone, with no code of the planner: all that "tbs-1" says, and what it cannot say: crews,
 * order of work, overtime, promised starts, minutes kept free, pools and quotas. Fixed jobs stand as they are, right or wrong;
 * only what is planned beside them is at fault.
 */
export function judge(model: PlanModel, placements: readonly PlanPlacement[]): Judgement {
  const stands = standsOf(model, placements);
  const found = [
    ...stands.flatMap((stand) => aloneFaults(model, stand)),
    ...shiftFaults(model, stands),
    ...bayFaults(model, stands),
    ...partFaults(model, stands),
    ...togetherFaults(model, stands),
  ];
  const faults = found.filter(({ by }) => by.some(({ isFixed }) => !isFixed)).map(({ text }) => text);
  return { faults: [...faults, ...countFaults(model, placements)], cost: costOf(model, stands) };
}

/** Each job once, and what is fixed where it is fixed. */
function countFaults({ fixed }: PlanModel, placements: readonly PlanPlacement[]): readonly string[] {
  const twice = placements.filter(({ job }, place) => placements.findIndex((one) => one.job === job) !== place);
  const moved = fixed.filter(
    (one) =>
      !placements.some(
        ({ job, shift, bayDay, start }) =>
          job === one.job && shift === one.shift && bayDay === one.bayDay && start === one.start,
      ),
  );
  return [...twice.map(({ job }) => `job ${job} is there twice`), ...moved.map(({ job }) => `job ${job} is fixed`)];
}

function aloneFaults({ jobs, bayDays, grid }: PlanModel, stand: Stand): readonly Fault[] {
  const { job, shift, bayDay, start, from, to } = stand;
  const { shifts: open, starts } = jobs.choices[job] ?? { shifts: new Int32Array(), starts: [] };
  const faults: Fault[] = [];
  const bad = (text: string): unknown => faults.push({ text: `job ${job} ${text}`, by: [stand] });
  const isStart = open.some((one, row) => one === shift && lies(starts[row] ?? new Int32Array(), start));
  if (start % grid !== 0 || !isStart) bad(`may not start at ${start} in shift ${shift}`);
  const wanted = jobs.bayDays[job] ?? null;
  if (wanted === null && bayDay !== -1) bad('wants no bay');
  if (wanted === null) return faults;
  if (!wanted.includes(bayDay)) bad(`does not fit bay day ${bayDay}`);
  else if (from < at(bayDays.from, bayDay) || to > at(bayDays.to, bayDay)) bad('runs outside the hours of its bay');
  return faults;
}

/** From home to the first, from one to the next, and home again, in open minutes. */
function shiftFaults(model: PlanModel, stands: readonly Stand[]): readonly Fault[] {
  const { shifts } = model;
  return [...Map.groupBy(stands, ({ shift }) => shift)].flatMap(([shift, all]) => {
    const row = all.toSorted((one, other) => one.from - other.from);
    const faults: Fault[] = [];
    const drive = (from: number, to: number): number => at(model.travel, from * model.sites + to);
    const home = at(shifts.home, shift);
    const closed = shifts.closed[shift] ?? new Int32Array();
    for (const [place, stand] of row.entries()) {
      const ahead = row[place - 1];
      const free = ahead?.to ?? at(shifts.from, shift);
      const minutes = drive(ahead?.site ?? home, stand.site);
      const by = ahead === undefined ? [stand] : [ahead, stand];
      if (openMinutes(free, stand.from, closed) < minutes) faults.push({ text: `job ${stand.job} is not reached`, by });
    }
    const last = row.at(-1);
    if (last !== undefined && openMinutes(last.to, at(shifts.to, shift), closed) < drive(last.site, home))
      faults.push({ text: `shift ${shift} ends too late`, by: row });
    if (row.length > at(shifts.mostJobs, shift)) faults.push({ text: `shift ${shift} has too many jobs`, by: row });
    return faults;
  });
}

/** Minutes of a span that no closed time covers; below 0 for a span that runs backwards. */
function openMinutes(from: number, to: number, closed: Int32Array): number {
  let minutes = to - from;
  if (minutes <= 0) return minutes;
  for (let place = 0; place < closed.length; place += 2)
    minutes -= Math.max(0, Math.min(at(closed, place + 1), to) - Math.max(at(closed, place), from));
  return minutes;
}

function bayFaults({ bayDays }: PlanModel, stands: readonly Stand[]): readonly Fault[] {
  const inBays = stands.filter(({ bayDay }) => bayDay !== -1);
  return inBays.flatMap((one, place) =>
    inBays.slice(place + 1).flatMap((other): readonly Fault[] => {
      if (one.bayDay !== other.bayDay) return [];
      const turnover = at(bayDays.turnover, one.bayDay);
      if (one.to + turnover <= other.from || other.to + turnover <= one.from) return [];
      return [{ text: `jobs ${one.job} and ${other.job} meet in bay day ${one.bayDay}`, by: [one, other] }];
    }),
  );
}

/** At no moment more is taken than has come. */
function partFaults({ jobs, lots }: PlanModel, stands: readonly Stand[]): readonly Fault[] {
  return lots.flatMap((all, part) => {
    const uses = stands.map((stand) => ({ stand, quantity: wantedBy(jobs, stand.job, part) }));
    return stands.flatMap(({ from }): readonly Fault[] => {
      const there = all.reduce((sum, lot) => (lot.at <= from ? sum + lot.quantity : sum), 0);
      const by = uses.filter(({ stand, quantity }) => quantity > 0 && stand.from <= from);
      const taken = by.reduce((sum, { quantity }) => sum + quantity, 0);
      return taken > there ? [{ text: `part ${part} is short at ${from}`, by: by.map(({ stand }) => stand) }] : [];
    });
  });
}

function wantedBy({ partFirst, part, quantity }: PlanModel['jobs'], job: number, wanted: number): number {
  let sum = 0;
  for (let need = at(partFirst, job); need < at(partFirst, job + 1); need += 1)
    if (at(part, need) === wanted) sum += at(quantity, need);
  return sum;
}
