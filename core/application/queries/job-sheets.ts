import { accept } from '../../kernel/outcome.ts';
import type { JobSheet } from '../../contract/views/sheet-view.ts';
import type { Location } from '../../domain/organization/location.ts';
import type { Series } from '../../domain/series/series.ts';
import type { Absence, Resource, ResourceId } from '../../domain/resources/resource.ts';
import { dayRange } from '../../domain/time/local-time.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import { MINUTE, minutes, type InstantRange } from '../../domain/time/instant.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { clip, type LocalDays } from '../hours-cache.ts';
import type { Reader } from '../ports/store.ts';
import { virtualAppointments } from '../series/virtual-appointments.ts';
import type { Answerer, Scene } from '../use-case.ts';
import { absencesOf } from './day/load-day.ts';
import { detailOf, workingHours } from './day/lanes.ts';
import { loadLabels } from './day/labels.ts';
import { sheetJob, type SheetNames } from './sheets/sheet-jobs.ts';
import { sheetLines, type PlacedJob } from './sheets/sheet-lines.ts';
import { technicianVisits } from './day/technician-legs.ts';
import { byResource, coordinatesOf, isVisited, shownState } from './day/visits.ts';
import type { RowMemory } from './memory/row-memory.ts';
import { eyesOf } from './privacy/eyes.ts';
import { notFound } from '../refusals.ts';
import { loadRules, ruledResource } from '../schedule-rules.ts';

/** A day on paper: one sheet for each technician or bay. */
export function jobSheets(memory: RowMemory): Answerer<'jobSheets'> {
  return async (reader, input, scene) => {
    const known = await memory.at(reader);
    const { read } = known;
    const location = await read.get('location', input.locationId);
    if (location === undefined) return notFound('location', input.locationId, 'locationId');
    const all = new Map((await read.all('resource')).map((one) => [one.id, one]));
    const strange = (input.resourceIds ?? []).findIndex((id) => all.get(id)?.locationId !== location.id);
    const strangeId = input.resourceIds?.[strange];
    if (strangeId !== undefined) return notFound('resource', strangeId, `resourceIds.${strange}`);

    const day = dayRange(scene.surroundings.zones, location.zone, input.date);
    const planned = await read.appointmentsAt(location.id, day);
    const begins = (one: Appointment): boolean => one.start >= day.from && one.start < day.to;
    const booked = planned.filter((one) => begins(one) && isVisited(shownState(one, scene.now)));
    const here = new Set([...all.values()].flatMap((one) => (one.locationId === location.id ? [one.id] : [])));
    const repeated = await virtualAppointments(read, scene, here, day);
    const virtual = repeated.map(({ appointment }) => appointment).filter(begins);
    const work = [...booked, ...virtual].toSorted((a, b) => a.start - b.start);
    const lists = byResource(work);
    const rules = await loadRules(read);
    const local: LocalDays = { zone: location.zone, date: input.date, days: 1 };
    const rows = chosen(input.resourceIds, [...all.values()], lists, location);
    const printed = rows.map((one) => ruledResource(one, rules, local));
    const absences = await absencesOf(read, printed, day);
    const parts = new Map((await read.all('part')).map((part) => [part.id, part]));
    const names: SheetNames = {
      eyes: eyesOf(scene),
      labels: await loadLabels(known, work),
      resources: all,
      parts,
      virtual: new Set(virtual.map((one) => one.id)),
    };
    return accept({
      location: {
        id: location.id,
        name: location.name,
        zone: location.zone,
        address: location.address,
        phone: location.phone,
      },
      date: input.date,
      day,
      revision: Math.max(await read.revisionOf(location.id, day), await seriesRevision(read, here)),
      printedAt: scene.now,
      sheets: printed.map((resource) =>
        sheetOf(resource, lists.get(resource.id) ?? [], {
          scene,
          location,
          date: input.date,
          day,
          absences: absences.get(resource.id) ?? [],
          names,
        }),
      ),
    });
  };
}

/** The last change of what repeats on the resources: nothing tells which days it changed, so it counts for all. */
async function seriesRevision(read: Reader, resourceIds: ReadonlySet<ResourceId>): Promise<number> {
  const claims = (one: Series): boolean => one.claims.some((claim) => resourceIds.has(claim.resourceId));
  const ids = (await read.all('series')).filter(claims).map((one) => one.id);
  if (ids.length === 0) return 0;
  const last = await read.lastChanges('series', ids, await read.sequence());
  return Math.max(0, ...[...last.values()].map((change) => change.sequence));
}

/** Null: every technician with work; empty: every bay with work; else the named ones, with work or without. */
function chosen(
  ids: readonly ResourceId[] | null,
  resources: readonly Resource[],
  lists: ReadonlyMap<ResourceId, unknown>,
  location: Location,
): readonly Resource[] {
  const named = new Set(ids ?? []);
  const kind = ids === null ? 'technician' : 'bay';
  const wanted = (one: Resource): boolean =>
    named.size > 0 ? named.has(one.id) : one.kind === kind && lists.has(one.id);
  return resources
    .filter((one) => one.locationId === location.id && wanted(one))
    .toSorted((a, b) => kindOrder(a) - kindOrder(b) || a.position - b.position || (a.name < b.name ? -1 : 1));
}

function kindOrder(resource: Resource): number {
  return resource.kind === 'technician' ? 0 : 1;
}

interface SheetFacts {
  readonly scene: Scene;
  readonly location: Location;
  readonly date: LocalDate;
  readonly day: InstantRange;
  readonly absences: readonly Absence[];
  readonly names: SheetNames;
}

function sheetOf(resource: Resource, appointments: readonly Appointment[], facts: SheetFacts): JobSheet {
  const { scene, location, day } = facts;
  const local: LocalDays = { zone: location.zone, date: facts.date, days: 1 };
  const hours = workingHours(resource, scene.hours, local);
  const shifts = hours.working.filter((one) => one.from >= day.from && one.from < day.to);
  const breaks = hours.breaks.filter((one) => shifts.some((shift) => clip(one, shift) !== undefined));
  const visits = technicianVisits(resource, appointments, { scene, location, local, days: [day] });
  const legs = new Map(visits.map((visit) => [visit.appointment.id, visit.leg]));
  const jobs = appointments.map((one): PlacedJob => ({
    job: sheetJob(one, resource, facts.names),
    leg: legs.get(one.id) ?? { before: minutes(0), after: minutes(0) },
    at: coordinatesOf(one, location),
  }));
  const home = resource.kind === 'technician' ? resource.homeBase : null;
  return {
    resourceId: resource.id,
    kind: resource.kind,
    name: resource.name,
    detail: detailOf(resource),
    startsFromHome: home !== null,
    shifts,
    breaks: breaks.map(({ from, to }) => ({ from, to })),
    absent: absentWhy(facts.absences, shifts.length > 0 ? shifts : [day]),
    work: minutes(appointments.reduce((sum, one) => sum + Math.round((one.end - one.start) / MINUTE), 0)),
    driving: minutes(jobs.reduce((sum, { leg }) => sum + leg.before + leg.after, 0)),
    lines: sheetLines(jobs, breaks, home ?? location.coordinates, location),
  };
}

/** The reason of an absence that touches the day's work; null when there is none. */
function absentWhy(absences: readonly Absence[], work: readonly InstantRange[]): string | null {
  const absence = absences.find((one) => work.some((stretch) => clip(one.range, stretch) !== undefined));
  return absence?.reason ?? null;
}
