import { NONE, type PlanModel, type PlanPlacement, type ShiftChoices } from './model.ts';
import { byShift, rowOf, siteOf } from './plan-terms.ts';
import { after } from './state.ts';

/** Why a placement breaks a rule of the model. */
export type PlanFaultKind =
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

export interface PlanFault {
  readonly job: number;
  readonly fault: PlanFaultKind;
}

/**
 * What is wrong with a plan whose placements stand at their own starts: hard rules of technicians, bays, parts and fixed
 * jobs. Crews, order of parts and pools are not looked at.
 */
export function planFaults(model: PlanModel, placements: readonly PlanPlacement[]): readonly PlanFault[] {
  return [
    ...alone(model, placements),
    ...alongShifts(model, placements),
    ...alongBays(model, placements),
    ...shortOfParts(model, placements),
    ...moved(model, placements),
  ];
}

/** What one placement says about itself. */
function alone({ jobs, bayDays, grid }: PlanModel, placements: readonly PlanPlacement[]): readonly PlanFault[] {
  const seen = new Set<number>();
  return placements.flatMap(({ job, shift, bayDay, start }): readonly PlanFault[] => {
    if (seen.has(job)) return [{ job, fault: 'twice' }];
    seen.add(job);
    const choices = jobs.choices[job] as ShiftChoices;
    if (!choices.shifts.includes(shift)) return [{ job, fault: 'technician' }];
    if (start % grid !== 0 || rowOf(choices, shift, start) === NONE) return [{ job, fault: 'start' }];
    const wanted = jobs.bayDays[job] ?? null;
    if ((wanted === null) !== (bayDay === NONE)) return [{ job, fault: 'bay' }];
    if (wanted === null) return [];
    const from = start - (jobs.before[job] ?? 0);
    const to = start + (jobs.duration[job] ?? 0) + (jobs.after[job] ?? 0);
    const isOpen = from >= (bayDays.from[bayDay] ?? 0) && to <= (bayDays.to[bayDay] ?? 0);
    return wanted.includes(bayDay) && isOpen ? [] : [{ job, fault: 'bay' }];
  });
}

function alongShifts(model: PlanModel, placements: readonly PlanPlacement[]): readonly PlanFault[] {
  const { jobs, shifts, travel, sites } = model;
  return byShift(model, placements).flatMap((row, shift) => {
    const faults: PlanFault[] = [];
    const closed = shifts.closed[shift] ?? new Int32Array();
    const home = shifts.home[shift] ?? 0;
    let [at, free] = [home, shifts.from[shift] ?? 0];
    for (const placement of row) {
      const { job, start } = placement;
      const site = siteOf(model, placement);
      if (after(closed, free, travel[at * sites + site] ?? 0) > start - (jobs.before[job] ?? 0))
        faults.push({ job, fault: 'too-early' });
      [at, free] = [site, start + (jobs.duration[job] ?? 0) + (jobs.after[job] ?? 0)];
    }
    const last = row.at(-1);
    if (last !== undefined && after(closed, free, travel[at * sites + home] ?? 0) > (shifts.to[shift] ?? 0))
      faults.push({ job: last.job, fault: 'home-late' });
    if (last !== undefined && row.length > (shifts.mostJobs[shift] ?? 0))
      faults.push({ job: last.job, fault: 'too-many' });
    return faults;
  });
}

function alongBays({ jobs, bayDays }: PlanModel, placements: readonly PlanPlacement[]): readonly PlanFault[] {
  const inOrder = placements
    .filter(({ bayDay }) => bayDay !== NONE)
    .toSorted((one, other) => one.bayDay - other.bayDay || one.start - other.start);
  return inOrder.flatMap(({ job, bayDay, start }, place): readonly PlanFault[] => {
    const ahead = inOrder[place - 1];
    if (ahead?.bayDay !== bayDay) return [];
    const free = ahead.start + (jobs.duration[ahead.job] ?? 0) + (jobs.after[ahead.job] ?? 0);
    const isFree = free + (bayDays.turnover[bayDay] ?? 0) <= start - (jobs.before[job] ?? 0);
    return isFree ? [] : [{ job, fault: 'bay-busy' }];
  });
}

function shortOfParts({ jobs, lots }: PlanModel, placements: readonly PlanPlacement[]): readonly PlanFault[] {
  const inOrder = placements
    .map(({ job, start }) => ({ job, at: start - (jobs.before[job] ?? 0) }))
    .toSorted((one, other) => one.at - other.at);
  const taken = lots.map(() => 0);
  return inOrder.flatMap(({ job, at }): readonly PlanFault[] => {
    let isShort = false;
    for (let need = jobs.partFirst[job] ?? 0; need < (jobs.partFirst[job + 1] ?? 0); need += 1) {
      const part = jobs.part[need] ?? 0;
      taken[part] = (taken[part] ?? 0) + (jobs.quantity[need] ?? 0);
      const there = (lots[part] ?? []).reduce((sum, lot) => (lot.at <= at ? sum + lot.quantity : sum), 0);
      isShort ||= (taken[part] ?? 0) > there;
    }
    return isShort ? [{ job, fault: 'parts' }] : [];
  });
}

function moved({ fixed }: PlanModel, placements: readonly PlanPlacement[]): readonly PlanFault[] {
  const places = new Map(placements.map((one) => [one.job, one]));
  return fixed.flatMap(({ job, shift, bayDay, start }): readonly PlanFault[] => {
    const place = places.get(job);
    const isKept = place?.shift === shift && place.bayDay === bayDay && place.start === start;
    return isKept ? [] : [{ job, fault: 'moved' }];
  });
}
