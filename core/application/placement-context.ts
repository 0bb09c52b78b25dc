import { subtract } from '../kernel/sorted-ranges.ts';
import type {
  BayFacts,
  ClosedStretch,
  ContextDay,
  OtherFacts,
  PlacementContext,
  TechnicianFacts,
} from '../domain/board/placement-context.ts';
import type { Location } from '../domain/organization/location.ts';
import { policyAt } from '../domain/organization/location-policy.ts';
import type { Organization } from '../domain/organization/organization.ts';
import type { PartId, PartNeed } from '../domain/parts/part.ts';
import type { Absence, Bay, Resource, ResourceId, Technician } from '../domain/resources/resource.ts';
import { instant, range, type InstantRange } from '../domain/time/instant.ts';
import { minuteOfDay } from '../domain/time/clock-text.ts';
import { addDays, daysBetween, type LocalDate } from '../domain/time/local-date.ts';
import { dayRange, localDateOf, startOfDay, toInstant } from '../domain/time/local-time.ts';
import type { LocationId } from '../domain/organization/location.ts';
import { loadBusy, type BusyByResource } from './busy-claims.ts';
import { clip, type LocalDays } from './hours-cache.ts';
import { isOther, openTimes, otherFacts, teamsAround } from './other-facts.ts';
import { loadPartFacts } from './part-facts.ts';
import type { Reader } from './ports/store.ts';
import { loadRuleFacts } from './rule-facts.ts';
import { loadRules, locationBlackouts, resourceBlackouts, ruledLocation, ruledResource } from './schedule-rules.ts';
import type { Scene } from './use-case.ts';

/** Which facts are wanted. Null means all of the location's. */
export interface FactsWanted {
  readonly location: Location;
  readonly organization: Organization;
  readonly date: LocalDate;
  readonly days: number;
  /** Known rows, so that they are not read twice. Inactive ones among them are kept: somebody named them. */
  readonly resources: readonly Resource[];
  readonly partIds: readonly PartId[] | null;
  /** Given when only these quantities are asked about: what is plentiful is then not looked up in time. */
  readonly partNeeds?: readonly PartNeed[];
  /** Occurrences of series that are no appointments yet are left out. */
  readonly withoutSeries?: true;
}

/** The organization of this database. A location cannot be there without one. */
export async function theOrganization(read: Reader): Promise<Organization> {
  const [organization] = await read.all('organization');
  if (organization === undefined) throw new Error('The database has a location but no organization');
  return organization;
}

/** The organization as it is at one of its locations: what that does otherwise is part of the policy. */
export async function theOrganizationAt(read: Reader, locationId: LocationId): Promise<Organization> {
  const organization = await theOrganization(read);
  const location = await read.get('location', locationId);
  return location === undefined ? organization : organizationAt(organization, location);
}

export function organizationAt(organization: Organization, location: Location): Organization {
  return { ...organization, policy: policyAt(organization.policy, location.policy) };
}

/**
 * All facts of one location over whole local days: every active resource, every part unless `partIds` names
 * some. `days` >= 1. A location that does not exist is a defect: ask for it first. Shifts and opening hours that touch
 * the range are given whole.
 */
export async function loadPlacementContext(
  read: Reader,
  scene: Scene,
  wanted: {
    readonly locationId: LocationId;
    readonly date: LocalDate;
    readonly days: number;
    readonly partIds?: readonly PartId[];
  },
): Promise<PlacementContext> {
  const location = await read.get('location', wanted.locationId);
  if (location === undefined) throw new Error(`There is no location ${wanted.locationId}`);
  const organization = await theOrganization(read);
  const all = await read.all('resource');
  const resources = all.filter((resource) => resource.active && resource.locationId === location.id);
  return loadFacts(read, scene, { ...wanted, location, organization, resources, partIds: wanted.partIds ?? null });
}

/** The same for the named resources and parts alone, over the local days that the stretch touches: quick enough for one command. */
export async function loadFactsFor(
  read: Reader,
  scene: Scene,
  wanted: Omit<FactsWanted, 'date' | 'days'> & { readonly range: InstantRange },
): Promise<PlacementContext> {
  const { zones } = scene.surroundings;
  const { zone } = wanted.location;
  const date = localDateOf(zones, zone, wanted.range.from);
  const last = localDateOf(zones, zone, instant(Math.max(wanted.range.from, wanted.range.to - 1)));
  return loadFacts(read, scene, { ...wanted, date, days: daysBetween(date, last) + 1 });
}

async function loadFacts(read: Reader, scene: Scene, wanted: FactsWanted): Promise<PlacementContext> {
  const { location, date, days } = wanted;
  const organization = organizationAt(wanted.organization, location);
  const { zones } = scene.surroundings;
  const { zone } = location;
  const covered = range(startOfDay(zones, zone, date), startOfDay(zones, zone, addDays(date, days)));
  // A shift at the edge is given whole, so its other appointments have to be there too.
  const wide = range(startOfDay(zones, zone, addDays(date, -1)), startOfDay(zones, zone, addDays(date, days + 1)));
  const teams = await teamsAround(read, wanted.resources);
  const resources = [...wanted.resources, ...teams.added];
  const ids = [...new Set([...resources.map((resource) => resource.id), ...teams.members.keys()])];
  const busy = await loadBusy(read, scene, location, ids, wide, wanted.withoutSeries === true);
  const rules = await loadRules(read);
  const away = groupAbsences(ids.length === 0 ? [] : await read.absences(ids, wide));
  const parts = await loadPartFacts(read, scene, location.id, wanted.partIds, wanted.partNeeds ?? null);
  const local: LocalDays = { zone, date, days };
  const closures = [...closuresOf(scene, location, wide), ...locationBlackouts(location, rules, wide)].toSorted(byFrom);
  const doors = ruledLocation(location, rules, local);
  const technicians: TechnicianFacts[] = [];
  const bays: BayFacts[] = [];
  const others: OtherFacts[] = [];
  const closed = (row: Resource): readonly ClosedStretch[] =>
    withBlackouts(away.get(row.id) ?? [], resourceBlackouts(row, rules, wide));
  for (const row of resources) {
    const resource = ruledResource(row, rules, local);
    const absences = closed(row);
    if (resource.kind === 'bay') bays.push(bayFacts(scene, local, resource, absences, busy));
    else if (isOther(resource))
      others.push(
        otherFacts(resource, openTimes(scene.hours, local, resource), { closed, busy, members: teams.members }),
      );
    else technicians.push(technicianFacts(scene, local, resource, absences, busy, { location, organization }));
  }
  return {
    now: scene.now,
    range: covered,
    days: daysOf(scene, local),
    locationId: location.id,
    zone,
    coordinates: location.coordinates,
    travel: location.travel,
    policy: organization.policy,
    open: subtract(scene.hours.open(local, doors.hours, doors.overrides), closures).map(({ from, to }) =>
      range(instant(from), instant(to)),
    ),
    closures,
    technicians,
    bays,
    others,
    parts,
    rules: await loadRuleFacts(read, scene, rules, { location, local, range: covered }),
  };
}

function daysOf(scene: Scene, { zone, date, days }: LocalDays): ContextDay[] {
  const { zones } = scene.surroundings;
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(date, index);
    return { ...dayRange(zones, zone, day), date: day, noon: toInstant(zones, zone, day, minuteOfDay(720)) };
  });
}

function technicianFacts(
  scene: Scene,
  local: LocalDays,
  technician: Technician,
  absences: readonly ClosedStretch[],
  busy: BusyByResource,
  owner: { readonly location: Location; readonly organization: Organization },
): TechnicianFacts {
  const shifts = scene.hours.shifts(local, technician.hours, technician.overrides, technician.breaks);
  return {
    id: technician.id,
    name: technician.name,
    skills: technician.skills,
    home: technician.homeBase ?? owner.location.coordinates,
    dailyMaximum: technician.dailyMaximum ?? owner.organization.policy.dailyMaximum,
    targetMinutes: technician.targetMinutes,
    capacity: technician.capacity,
    shifts:
      absences.length === 0
        ? shifts
        : shifts.map((shift) => ({ ...shift, closed: [...shift.closed, ...within(absences, shift)].toSorted(byFrom) })),
    absences,
    busy: busy.get(technician.id) ?? [],
  };
}

function bayFacts(
  scene: Scene,
  local: LocalDays,
  bay: Bay,
  absences: readonly ClosedStretch[],
  busy: BusyByResource,
): BayFacts {
  return {
    id: bay.id,
    name: bay.name,
    capabilities: bay.capabilities,
    turnover: bay.turnover,
    capacity: bay.capacity,
    open: openTimes(scene.hours, local, bay),
    absences,
    busy: busy.get(bay.id) ?? [],
  };
}

function byFrom(a: InstantRange, b: InstantRange): number {
  return a.from - b.from;
}

function within(stretches: readonly ClosedStretch[], shift: InstantRange): ClosedStretch[] {
  return stretches.flatMap((stretch) => {
    const inside = clip(stretch, shift);
    return inside === undefined ? [] : [{ ...stretch, ...inside }];
  });
}

function withBlackouts(
  absences: readonly ClosedStretch[],
  blackouts: readonly ClosedStretch[],
): readonly ClosedStretch[] {
  return blackouts.length === 0 ? absences : [...absences, ...blackouts].toSorted(byFrom);
}

function groupAbsences(absences: readonly Absence[]): ReadonlyMap<ResourceId, readonly ClosedStretch[]> {
  const groups = new Map<ResourceId, ClosedStretch[]>();
  for (const absence of absences) {
    const stretch: ClosedStretch = { ...absence.range, why: 'absence', name: absence.reason };
    const group = groups.get(absence.resourceId);
    if (group === undefined) groups.set(absence.resourceId, [stretch]);
    else group.push(stretch);
  }
  for (const [id, group] of groups) groups.set(id, group.toSorted(byFrom));
  return groups;
}

function closuresOf(scene: Scene, location: Location, touching: InstantRange): ClosedStretch[] {
  const { zones } = scene.surroundings;
  return location.closures
    .map((closure): ClosedStretch => {
      const from = startOfDay(zones, location.zone, closure.from);
      const to = startOfDay(zones, location.zone, addDays(closure.to, 1));
      return { from, to, why: 'closure', name: closure.name };
    })
    .filter((closure) => clip(closure, touching) !== undefined)
    .toSorted(byFrom);
}
