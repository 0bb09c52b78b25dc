import { MINUTE } from '../../../core/domain/time/instant.ts';
import type { Claim } from '../../../core/domain/work/appointment.ts';
import { lanesOf, type Needs } from './needs.ts';
import { troublesOfWork, troublesOn, usesOf, worst, type Level, type Trouble } from './minute-by-minute.ts';
import { closedFor, dayOf, doorsOf, inside, midnightOf, shiftsOf, type Stretch } from './opening.ts';
import type { Model } from './rows.ts';
import type { Site } from './site.ts';

/** Nobody begins or leaves behind less. */
const SHORTEST = 15;

/** Long work as somebody wants it. */
export interface Long {
  readonly from: number;
  readonly duration: number;
  readonly before: number;
  readonly after: number;
  readonly claims: readonly Claim[];
  readonly needs: Needs | null;
  readonly roundBookings: boolean;
}

export interface Flow {
  readonly parts: readonly Stretch[];
  readonly troubles: readonly Trouble[];
  readonly level: Level;
}

/** The minutes of a local day in which everybody named can work, as stretches. */
function workingOn(model: Model, site: Site, { claims, roundBookings }: Long, day: number): readonly Stretch[] {
  const around = { from: midnightOf(day), to: midnightOf(day + 1) };
  const isOpen = doorsOf(model.rows, site.locationId, around);
  const named = lanesOf(model.rows)
    .filter(({ id, kind }) => ['technician', 'bay'].includes(kind) && claims.some((claim) => claim.resourceId === id))
    .map((lane) => ({
      shifts: shiftsOf(model.rows, lane, around),
      closed: [...closedFor(model.rows, lane, around), ...(roundBookings ? takenOf(model, lane.id) : [])],
    }));
  const works = (at: number): boolean =>
    isOpen(at) && named.every(({ shifts, closed }) => inside(shifts, at) && !inside(closed, at));
  const found: { from: number; to: number }[] = [];
  for (let at = around.from; at < around.to; at += MINUTE) {
    if (!works(at)) continue;
    const last = found.at(-1);
    if (last?.to === at) last.to = at + MINUTE;
    else found.push({ from: at, to: at + MINUTE });
  }
  return found;
}

function takenOf(model: Model, laneId: string): readonly Stretch[] {
  return usesOf(model, null).filter((one) => one.claims.some((claim) => claim.resourceId === laneId));
}

/** As early as it goes, stretch by stretch; what is left behind is worth coming back for. Null when time runs out. */
function partsOf(model: Model, site: Site, long: Long): readonly Stretch[] | null {
  const days = 14 + Math.ceil(long.duration / 120);
  const lastDay = dayOf(long.from + days * 24 * 60 * MINUTE - 1);
  const parts: Stretch[] = [];
  let rest = long.duration * MINUTE;
  for (let day = dayOf(long.from); day <= lastDay; day += 1) {
    for (const stretch of workingOn(model, site, long, day)) {
      const start = Math.max(long.from, stretch.from + (parts.length === 0 ? long.before * MINUTE : 0));
      const room = stretch.to - start;
      if (rest + long.after * MINUTE <= room) return [...parts, { from: start, to: start + rest }];
      const taken = Math.min(room, rest - SHORTEST * MINUTE);
      if (taken < SHORTEST * MINUTE) continue;
      parts.push({ from: start, to: start + taken });
      rest -= taken;
    }
  }
  return null;
}

/** Every part is judged like a booking; how long it may be is asked of the whole. */
export function flow(model: Model, site: Site, long: Long): Flow | null {
  const parts = partsOf(model, site, long);
  if (parts === null) return null;
  const { claims, needs } = long;
  const own = { claims, own: null, recording: false };
  const troubles = parts.flatMap(({ from, to }, index) => {
    const before = index === 0 ? long.before : 0;
    const after = index === parts.length - 1 ? long.after : 0;
    const partNeeds = needs === null ? null : { ...needs, range: null, parts: index === 0 ? needs.parts : [] };
    const wanted = { ...own, start: from, end: to, before, after, needs: partNeeds };
    const lanes = lanesOf(model.rows).flatMap((lane) =>
      claims
        .filter((claim) => claim.resourceId === lane.id)
        .flatMap((claim) => troublesOn(model, lane, wanted, claim.units)),
    );
    return [...troublesOfWork(model, site, wanted), ...lanes];
  });
  const start = parts[0]?.from ?? long.from;
  const whole = { ...own, recording: true, start, end: start + long.duration * MINUTE, before: 0, after: 0, needs };
  const told = troublesOfWork(model, site, whole).filter((one) => one.rule === 'duration-range');
  return { parts, troubles: [...troubles, ...told], level: worst([...troubles, ...told]) };
}
