import { accept } from '../../kernel/outcome.ts';
import { subtract } from '../../kernel/sorted-ranges.ts';
import type { BoardDay } from '../../contract/views/board-view.ts';
import type { ClosedStretch } from '../../domain/board/placement-context.ts';
import type { LocationId } from '../../domain/organization/location.ts';
import type { Resource, ResourceId } from '../../domain/resources/resource.ts';
import type { Hours } from '../../domain/rules/rule-hours.ts';
import { instant, range, type InstantRange } from '../../domain/time/instant.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import type { ZoneId } from '../../domain/time/zones.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { clip, type LocalDays } from '../hours-cache.ts';
import { organizationAt, theOrganization } from '../placement-context.ts';
import type { Reader } from '../ports/store.ts';
import { loadRules, locationBlackouts, resourceBlackouts, ruledLocation, ruledResource } from '../schedule-rules.ts';
import type { Answerer, Scene } from '../use-case.ts';
import { boardAppointment } from './day/board-appointments.ts';
import { closuresIn } from './day/closures.ts';
import { occurrencesOn } from './day/occurrences.ts';
import { conflicts } from './day/conflicts.ts';
import { driveOf } from './day/drive.ts';
import { loadLabels } from './day/labels.ts';
import { laneOf } from './day/lanes.ts';
import { loadCapacities, promisesAtRisk } from './day/risk.ts';
import { leadLegs } from './day/technician-legs.ts';
import { byResource } from './day/visits.ts';
import { absencesOf, shownAppointments } from './day/load-day.ts';
import { localDays } from './day/work-days.ts';
import { notFound } from '../refusals.ts';
import type { RowMemory } from './memory/row-memory.ts';

/** Lanes, shading and appointments of one location over whole local days. */
export function boardForRange(memory: RowMemory): Answerer<'boardForRange'> {
  return async (reader, input, scene) => {
    const known = await memory.at(reader);
    const { read, sequence } = known;
    const location = await read.get('location', input.locationId);
    if (location === undefined) return notFound('location', input.locationId, 'locationId');
    const { zones } = scene.surroundings;
    const days = localDays(zones, location.zone, input.date, input.days);
    const covers = wholeOf(days);
    const local: LocalDays = { zone: location.zone, date: input.date, days: input.days };
    const { policy } = organizationAt(await theOrganization(read), location);
    const appointments = await shownAppointments(read, scene, location.id, covers);
    const lists = byResource(appointments);
    const rules = await loadRules(read);
    const rows = await laneResources(read, location.id, lists);
    const resources = rows.map((one) => ruledResource(one, rules, local));
    const absences = await absencesOf(read, resources, covers);
    const closures = closuresIn(zones, location, covers);
    const shut = [...closures, ...locationBlackouts(location, rules, covers)];
    const doors = ruledLocation(location, rules, local);
    const repeated = await occurrencesOn(read, scene, resources, covers);
    const labels = await loadLabels(known, appointments);

    const legs = leadLegs(resources, lists, { scene, location, local, days: days.map((day) => day.range) });
    const dueOf = (one: Appointment) => labels.workOrder(one)?.due ?? null;
    const risky = promisesAtRisk(appointments, {
      location,
      now: scene.now,
      dueOf,
      drive: driveOf(location),
      capacityOf: await loadCapacities(read),
    });
    const capacities = new Map(resources.map((one) => [one.id, one.capacity]));
    const conflicting = conflicts(appointments, capacities, scene.now);
    return accept({
      location: { id: location.id, name: location.name, zone: location.zone },
      days: days.map((day) => boardDay(scene, location.zone, doors, day, shut)),
      now: scene.now,
      lanes: resources.map((resource) =>
        laneOf(resource, {
          scene,
          local,
          range: covers,
          closures: [...closures, ...resourceBlackouts(resource, rules, covers)],
          absences: absences.get(resource.id) ?? [],
          appointments: lists.get(resource.id) ?? [],
          occurrences: repeated.get(resource.id) ?? [],
          dailyMaximum: policy.dailyMaximum,
        }),
      ),
      appointments: appointments.map((one) => boardAppointment(one, { scene, labels, legs, risky, conflicting })),
      sequence,
    });
  };
}

function wholeOf(days: readonly { readonly range: InstantRange }[]): InstantRange {
  const first = days[0]?.range.from ?? instant(0);
  return range(first, days.at(-1)?.range.to ?? first);
}

/** Technicians, then bays, by position; those no longer active only where they still have appointments. */
async function laneResources(
  read: Reader,
  locationId: LocationId,
  lists: ReadonlyMap<ResourceId, unknown>,
): Promise<readonly Resource[]> {
  const all = await read.all('resource');
  const here = all.filter((one) => one.locationId === locationId && (one.active || lists.has(one.id)));
  const byPlace = here.toSorted((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1));
  return [...byPlace.filter((one) => one.kind === 'technician'), ...byPlace.filter((one) => one.kind === 'bay')];
}

function boardDay(
  scene: Scene,
  zone: ZoneId,
  doors: Hours,
  day: { readonly date: LocalDate; readonly range: InstantRange },
  closures: readonly ClosedStretch[],
): BoardDay {
  const hours = scene.hours.open({ zone, date: day.date, days: 1 }, doors.hours, doors.overrides);
  const inside = hours.flatMap((one) => clip(one, day.range) ?? []);
  const open = subtract(inside, closures).map((one) => range(instant(one.from), instant(one.to)));
  const closure = closures.find((one) => clip(one, day.range) !== undefined);
  return { ...day, open, closure: closure?.name ?? null };
}
