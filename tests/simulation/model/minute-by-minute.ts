import type { ResourceId } from '../../../core/domain/resources/resource.ts';
import { MINUTE } from '../../../core/domain/time/instant.ts';
import { laneIsFull, workIsFull } from './limits.ts';
import { busy, occupies, type Wanted } from './busy.ts';
import { policyHere, policyOf } from './needs.ts';
import { all, closedFor, dateOf, dayOf, doorsOf, inside, serviceHoursOf, shiftsOf } from './opening.ts';
import { occurrenceUses } from './occurrences.ts';
import { partsAreThere } from './part-supply.ts';
import type { LaneRow } from './rule-rows.ts';
import { every, type AppointmentRow, type Model, type Rows } from './rows.ts';
import type { Site } from './site.ts';
import { isTeamShort, teamsWith, unitsOn as unitsOfTeam, type Use } from './teams.ts';

export { busy, isStale, occupies, type Wanted } from './busy.ts';

/** 0 clear, 1 caution, 2 block. */
export type Level = 0 | 1 | 2;

export interface Trouble {
  readonly rule: string;
  readonly level: Level;
}

export function worst(troubles: readonly Trouble[]): Level {
  return troubles.reduce<Level>((level, one) => (one.level > level ? one.level : level), 0);
}

const LEVELS = { clear: 0, caution: 1, block: 2 } as const;
/** Nobody can lower what double use is; bay and thing in their turnover stand under the same name and can be lowered. */
const CAUTIONS: readonly string[] = ['duration-range'];

/** How bad the organization finds it; what it finds clear is no trouble. */
function troublesWith(rows: Rows): { readonly list: Trouble[]; add(rule: string, isWrong: boolean): void } {
  const list: Trouble[] = [];
  const { severities } = policyOf(rows);
  const add = (rule: string, isWrong: boolean): void => {
    const level = LEVELS[severities[rule] ?? (CAUTIONS.includes(rule) ? 'caution' : 'block')];
    if (isWrong && level > 0) list.push({ rule, level });
  };
  return { list, add };
}

function unitsOn(one: AppointmentRow, lane: ResourceId): number {
  return one.claims.reduce((sum, claim) => sum + (claim.resourceId === lane ? claim.units : 0), 0);
}

/** What keeps somebody busy: appointments, and what repeats. */
export function usesOf(model: Model, own: string | null): readonly (Use & { readonly id: string })[] {
  return [...appointmentUses(model), ...occurrenceUses(model.rows, model.now)].filter((one) => one.id !== own);
}

function appointmentUses(model: Model): readonly (Use & { readonly id: string })[] {
  return every(model.rows, 'appointment')
    .filter((one) => occupies(one, model.now))
    .map((one) => ({ ...busy(one, model.now), id: one.id, claims: one.claims }));
}

/** What speaks against this lane for the work. */
export function troublesOn(model: Model, lane: LaneRow, wanted: Wanted, units: number): readonly Trouble[] {
  const { rows } = model;
  const from = wanted.start - wanted.before * MINUTE;
  const to = wanted.end + wanted.after * MINUTE;
  const others = usesOf(model, wanted.own)
    .map(({ from: since, to: until, claims }) => ({ from: since, to: until, units: unitsOfTeam(claims, lane.id) }))
    .filter((one) => one.units > 0);
  const usedAt = (at: number): number =>
    others.reduce((sum, one) => sum + (one.from <= at && at < one.to ? one.units : 0), 0);
  const room = lane.capacity - units;
  const isFree = all(from, to, (at) => usedAt(at) <= room);
  const shifts = shiftsOf(rows, lane, { from, to });
  const closed = closedFor(rows, lane, { from, to });
  const isThere = all(from, to, (at) => inside(shifts, at) && !inside(closed, at));
  const { list, add } = troublesWith(rows);
  add('capacity-limit', laneIsFull(model, lane, wanted));
  const free = (rule: string, isWrong: boolean): void => {
    if (isWrong) list.push({ rule, level: 2 });
  };
  if (lane.kind === 'technician') {
    const today = shifts.filter((one) => dayOf(one.from) === dayOf(from));
    const hasShiftMinute = today.some((one) => one.from < to && from < one.to);
    const sameDay = others.filter((one) => today.some((shift) => shift.from < one.to && one.from < shift.to));
    const maximum = lane.dailyMaximum ?? policyHere(rows).dailyMaximum;
    add('skills', !hasSkills(lane, wanted));
    add('on-shift', !isThere);
    free('technician-free', !isFree);
    add('daily-maximum', hasShiftMinute && sameDay.length >= maximum);
    const lead = { resourceId: lane.id, role: 'lead' as const, units: 1 };
    const together = { from, to, claims: [...wanted.claims.filter((one) => one.resourceId !== lane.id), lead] };
    free(
      'resource-free',
      teamsWith(rows, lane.id).some((team) => isShort(model, team, together, usesOf(model, wanted.own))),
    );
    return list;
  }
  if (lane.kind !== 'bay') {
    add('resource-open', !isThere);
    const isTeam = lane.kind === 'team';
    free(
      'resource-free',
      isTeam ? isShort(model, lane, { from, to, claims: wanted.claims }, usesOf(model, wanted.own)) : !isFree,
    );
    return list;
  }
  const pause = (lane.turnover ?? 0) * MINUTE;
  // A place is ready for the next only when its turnover is over.
  const turningAt = (at: number): number =>
    others.reduce((sum, one) => sum + (one.from <= at && at < one.to + pause ? one.units : 0), 0);
  add('bay-capable', !isCapable(lane, wanted));
  add('bay-open', !isThere);
  free('bay-free', !isFree || !all(from, to + pause, (at) => turningAt(at) <= room));
  return list;
}

/** Whether a team that it claims, or whose people it claims, has promised more than it has; what repeats left aside. */
export function isTeamOverdrawn(model: Model, one: AppointmentRow): boolean {
  const use = { ...busy(one, model.now), claims: one.claims };
  const teams = every(model.rows, 'resource').filter((lane) => lane.kind === 'team');
  const concerned = teams.filter(
    ({ id, active, members }) =>
      unitsOn(one, id) > 0 || (active && members?.some((member) => unitsOn(one, member) > 0) === true),
  );
  const uses = appointmentUses(model).filter(({ id }) => id !== one.id);
  return concerned.some((team) => isShort(model, team, use, uses));
}

/** Of the team too few are left, whoever is claimed by name beside it included. */
function isShort(model: Model, team: LaneRow, use: Use, uses: readonly Use[]): boolean {
  return isTeamShort(model, team, use, { units: unitsOfTeam(use.claims, team.id), uses, countsAway: true });
}

function hasSkills(lane: LaneRow, { needs, start }: Wanted): boolean {
  return (needs?.skills ?? []).every(({ skill, level }) => {
    const own = lane.skills?.find((one) => one.skill === skill);
    return own !== undefined && own.level >= level && (own.expiresOn ?? '9999') >= dateOf(start);
  });
}

function isCapable(lane: LaneRow, { needs, start }: Wanted): boolean {
  return (needs?.capabilities ?? []).every((name) =>
    lane.capabilities?.some((own) => own.capability === name && (own.expiresOn ?? '9999') >= dateOf(start)),
  );
}

/** What speaks against the work at that time, whoever does it. */
export function troublesOfWork(model: Model, site: Site, wanted: Wanted): readonly Trouble[] {
  const { start, end, needs } = wanted;
  const { rows } = model;
  const length = (end - start) / MINUTE;
  const hasBay = wanted.claims.some((claim) => claim.role === 'bay');
  const serviceTypeId = needs?.serviceTypeId ?? null;
  const { list, add } = troublesWith(rows);
  const around = { from: start, to: end };
  const range = needs?.range ?? null;
  // A request that claims nothing has no place yet that could lack a bay.
  const isSomewhere = wanted.claims.length > 0;
  add('bay-capable', needs !== null && needs.capabilities !== null && isSomewhere && !hasBay);
  add('not-past', !wanted.recording && start < model.now);
  add('duration-range', range !== null && (length < range.shortest || length > range.longest));
  add('location-open', !all(start, end, doorsOf(rows, site.locationId, around)));
  add('service-open', serviceTypeId !== null && !all(start, end, serviceHoursOf(rows, serviceTypeId, around)));
  add('capacity-limit', workIsFull(model, site, wanted));
  add('parts-there', !partsAreThere(model, site, wanted));
  return list;
}
