import type { PlanModel, PlanPlacement } from '../plan/model.ts';
import { byShift, siteOf } from '../plan/plan-terms.ts';
import { after } from '../plan/state.ts';

/** Fixed jobs without a bay: they have their place whatever is planned, and part their shift into gaps. */
export function anchorsOf({ jobs, fixed }: PlanModel): readonly PlanPlacement[] {
  return fixed.filter(({ job }) => (jobs.bayDays[job] ?? null) === null);
}

/** True for each job that is to be planned, or is fixed in a bay. */
export function isPlanned(model: PlanModel): readonly boolean[] {
  const anchors = new Set(anchorsOf(model).map(({ job }) => job));
  return Array.from({ length: model.jobs.count }, (_, job) => !anchors.has(job));
}

/** The site of the bays that are used; 0 where there are none. */
export function shopOf({ jobs, bayDays }: PlanModel): number {
  const [used] = jobs.bayDays.flatMap((wanted) => [...(wanted ?? [])]);
  return used === undefined ? 0 : (bayDays.site[used] ?? 0);
}

/** What is free of one shift between two anchors, or between one and home, for work in the bays. */
export interface ShiftGap {
  readonly shift: number;
  /** The first moment at the bays. */
  readonly from: number;
  /** True when whoever is done then is in time for what comes next. */
  readonly isInTime: (end: number) => boolean;
  /** Minutes to drive more than without any work in the gap. */
  readonly detour: number;
}

/** The gaps of every shift, soonest first. */
export function gapsOf(model: PlanModel): readonly ShiftGap[] {
  const { jobs, shifts, travel, sites } = model;
  const shop = shopOf(model);
  const drive = (from: number, to: number): number => travel[from * sites + to] ?? 0;
  return byShift(model, anchorsOf(model)).flatMap((anchors, shift) => {
    const home = shifts.home[shift] ?? 0;
    const closed = shifts.closed[shift] ?? new Int32Array();
    let [at, free] = [home, shifts.from[shift] ?? 0];
    return [...anchors, null].map((next): ShiftGap => {
      const to = next === null ? home : siteOf(model, next);
      const limit = next === null ? (shifts.to[shift] ?? 0) : next.start - (jobs.before[next.job] ?? 0);
      const [there, back] = [drive(at, shop), drive(shop, to)];
      const gap = {
        shift,
        from: after(closed, free, there),
        isInTime: (end: number): boolean => after(closed, end, back) <= limit,
        // Nobody drives in a shift with nothing in it.
        detour: there + back - (anchors.length === 0 ? 0 : drive(at, to)),
      };
      if (next !== null) {
        at = to;
        free = next.start + (jobs.duration[next.job] ?? 0) + (jobs.after[next.job] ?? 0);
      }
      return gap;
    });
  });
}
