import { NONE, type PlanModel, type PlanPlacement, type ShiftChoices, type Stretches } from './model.ts';
import { overtime, startCost, tardyCost } from './state.ts';

/** The objective of a plan, term by term. */
export interface PlanTerms {
  /** Work that is left out. */
  readonly unassigned: number;
  readonly tardy: number;
  readonly travel: number;
  /** Technicians that are not preferred. */
  readonly technician: number;
  /** Starts outside what was preferred or promised. */
  readonly wish: number;
  readonly overload: number;
  readonly overtime: number;
  /** Minutes taken of what is kept free for emergencies. */
  readonly reserve: number;
}

export function totalOf(terms: PlanTerms): number {
  const { unassigned, tardy, travel, technician, wish, overload, overtime: beyond, reserve } = terms;
  return unassigned + tardy + travel + technician + wish + overload + beyond + reserve;
}

/** Works the objective out anew from the placements alone, each at its own start. */
export function termsOf(model: PlanModel, placements: readonly PlanPlacement[]): PlanTerms {
  const { jobs, shifts } = model;
  const load = new Int32Array(model.technicians);
  const dayLoad = new Int32Array(model.dayLimit.length);
  const placed = new Set(placements.map(({ job }) => job));
  const sum = { unassigned: 0, tardy: 0, technician: 0, wish: 0, overtime: 0 };
  for (let job = 0; job < jobs.count; job += 1) if (!placed.has(job)) sum.unassigned += jobs.penalty[job] ?? 0;
  for (const { job, shift, start } of placements) {
    const duration = jobs.duration[job] ?? 0;
    const technician = shifts.technician[shift] ?? 0;
    const day = shifts.day[shift] ?? 0;
    load[technician] = (load[technician] ?? 0) + duration;
    dayLoad[day] = (dayLoad[day] ?? 0) + duration;
    const choices = jobs.choices[job] as ShiftChoices;
    const late = tardyCost(model, job, start);
    const beyond = model.overtimePerMinute * overtime(model, job, shift, start);
    sum.tardy += late;
    sum.technician += choices.cost[rowOf(choices, shift, start)] ?? 0;
    sum.overtime += beyond;
    sum.wish += startCost(model, job, shift, start) - late - beyond;
  }
  return {
    ...sum,
    travel: model.travelPerMinute * travelMinutes(model, placements),
    overload: model.overloadPerMinute * above(load, model.target),
    reserve: model.reservePerMinute * above(dayLoad, model.dayLimit),
  };
}

/** The row of a shift that allows the start: a shift has several where they cost differently. NONE when there is none. */
export function rowOf({ shifts, starts }: ShiftChoices, shift: number, start: number): number {
  return shifts.findIndex((one, row) => one === shift && isIn(starts[row] ?? new Int32Array(), start));
}

function isIn(starts: Stretches, start: number): boolean {
  for (let at = 0; at < starts.length; at += 2)
    if (start >= (starts[at] ?? 0) && start <= (starts[at + 1] ?? 0)) return true;
  return false;
}

/** Where the work of a placement happens: its own site, else that of its bay. */
export function siteOf({ jobs, bayDays }: PlanModel, { job, bayDay }: PlanPlacement): number {
  const own = jobs.site[job] ?? NONE;
  return own === NONE ? (bayDays.site[bayDay] ?? 0) : own;
}

/** The placements of each shift, soonest first. */
export function byShift({ shifts }: PlanModel, placements: readonly PlanPlacement[]): readonly PlanPlacement[][] {
  const rows = Array.from({ length: shifts.count }, (): PlanPlacement[] => []);
  for (const placement of placements) rows[placement.shift]?.push(placement);
  for (const row of rows) row.sort((one, other) => one.start - other.start);
  return rows;
}

function travelMinutes(model: PlanModel, placements: readonly PlanPlacement[]): number {
  let minutes = 0;
  for (const [shift, row] of byShift(model, placements).entries()) {
    if (row.length === 0) continue;
    const home = model.shifts.home[shift] ?? 0;
    let at = home;
    for (const placement of row) {
      const site = siteOf(model, placement);
      minutes += model.travel[at * model.sites + site] ?? 0;
      at = site;
    }
    minutes += model.travel[at * model.sites + home] ?? 0;
  }
  return minutes;
}

function above(load: Int32Array, limit: Int32Array): number {
  return load.reduce((sum, minutes, at) => sum + Math.max(0, minutes - (limit[at] ?? minutes)), 0);
}
