import { accept } from '../../kernel/outcome.ts';
import type { AffectedAppointment } from '../../contract/views/absence-view.ts';
import type { ExcludedResource, SuggestionAnswer } from '../../contract/views/suggestion-view.ts';
import { busyIndexOf, type BusyIndex } from '../../domain/board/busy-index.ts';
import type { PlacementContext } from '../../domain/board/placement-context.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { Resource } from '../../domain/resources/resource.ts';
import type { Series } from '../../domain/series/series.ts';
import { localDateOf } from '../../domain/time/local-time.ts';
import { instant, type InstantRange } from '../../domain/time/instant.ts';
import { judge } from '../../domain/rules/judge.ts';
import type { Appointment, Claim } from '../../domain/work/appointment.ts';
import { busyRange, occupies } from '../../domain/work/status-machine.ts';
import { bestSlots } from '../../planning/slots/best-slots.ts';
import { clip } from '../hours-cache.ts';
import { alongside } from '../claimed.ts';
import { loadAppointmentNeeds } from '../needs.ts';
import { loadPlacementContext } from '../placement-context.ts';
import type { Reader } from '../ports/store.ts';
import { notFound } from '../refusals.ts';
import { virtualAppointments } from '../series/virtual-appointments.ts';
import type { Answerer, Scene } from '../use-case.ts';
import { loadLabels } from './day/labels.ts';
import type { RowMemory } from './memory/row-memory.ts';
import { withTaken } from './slots/taken-slots.ts';

/** Alternatives are looked for so many local days from the absence's beginning on. */
export const IMPACT_DAYS = 7;
const ALTERNATIVES = 3;

/** What an absence would touch, each appointment with places elsewhere that do not stand in each other's way. */
export function absenceImpact(memory: RowMemory): Answerer<'absenceImpact'> {
  return async (reader, { resourceId, range }, scene) => {
    const known = await memory.at(reader);
    const { read } = known;
    const resource = await read.get('resource', resourceId);
    const location = resource === undefined ? undefined : await read.get('location', resource.locationId);
    if (resource === undefined || location === undefined) return notFound('resource', resourceId, 'resourceId');
    const virtual = await touchedOccurrences(read, scene, resource, range);
    const booked = await touched(read, scene, resource, range);
    const affected = [...booked, ...virtual.keys()].toSorted((a, b) => a.start - b.start);
    if (affected.length === 0) return accept({ affected: [] });
    const first = instant(Math.max(scene.now, range.from));
    const works = await worksOf(read, scene, affected);
    const context = await loadPlacementContext(read, scene, {
      locationId: location.id,
      date: localDateOf(scene.surroundings.zones, location.zone, first),
      days: IMPACT_DAYS,
      partIds: [...new Set(works.flatMap((work) => work.needs.parts.map((need) => need.partId)))],
    });
    const labels = await loadLabels(known, affected);
    const answers = alternatives(busyIndexOf(without(context, resource, range)), works);
    const absent = absentee(resource, range);
    return accept({
      affected: works.flatMap(({ appointment }, index): AffectedAppointment[] => {
        const answer = answers[index];
        if (answer === undefined) return [];
        return [
          {
            appointmentId: appointment.id,
            occurrence: occurrenceOf(appointment, virtual.get(appointment)),
            title: appointment.title,
            customer: labels.customer(appointment)?.name ?? '',
            start: appointment.start,
            end: appointment.end,
            alternatives: { ...answer, excluded: [...absent, ...answer.excluded] },
          },
        ];
      }),
    });
  };
}

/** What occupies the resource in the stretch, by start. */
async function touched(
  read: Reader,
  scene: Scene,
  resource: Resource,
  range: InstantRange,
): Promise<readonly Appointment[]> {
  const rows = await read.appointmentsOfResource(resource.id, range);
  const isTouched = (one: Appointment): boolean => {
    const worked = { from: one.start, to: instant(busyRange(one, scene.now).to - one.after * 60_000) };
    return occupies(one, scene.now) && clip(worked, range) !== undefined;
  };
  return rows.filter(isTouched).toSorted((a, b) => a.start - b.start);
}

/** What series take of the resource in the stretch and is not over yet, each as the appointment it would become. */
async function touchedOccurrences(
  read: Reader,
  scene: Scene,
  resource: Resource,
  range: InstantRange,
): Promise<ReadonlyMap<Appointment, Series>> {
  const found = await virtualAppointments(read, scene, new Set([resource.id]), range);
  return new Map(
    found.flatMap(({ appointment, series }) => (appointment.end > scene.now ? [[appointment, series] as const] : [])),
  );
}

function occurrenceOf(
  { occurrence, claims }: Appointment,
  series: Series | undefined,
): AffectedAppointment['occurrence'] {
  if (series === undefined || occurrence === null) return null;
  return { seriesId: series.id, start: occurrence, zone: series.zone, claims };
}

interface Work {
  readonly appointment: Appointment;
  readonly needs: PlacementNeeds;
}

async function worksOf(read: Reader, scene: Scene, appointments: readonly Appointment[]): Promise<readonly Work[]> {
  const works: Work[] = [];
  for (const appointment of appointments) {
    const { needs } = await loadAppointmentNeeds(read, appointment, scene.now);
    works.push({ appointment, needs });
  }
  return works;
}

/**
 * Two rounds. In the first everybody gets places of their own choice, where only the best of those before them count as
 * taken. In the second all that others were promised counts as taken, and whoever then stands in somebody's way looks
 * again. So no two appointments are offered one slot, and nobody's second choice costs another the best one.
 */
function alternatives(index: BusyIndex, works: readonly Work[]): readonly SuggestionAnswer[] {
  let taken = index;
  const first = works.map((work) => {
    const answer = search(taken, work);
    taken = withTaken(taken, answer.suggestions.slice(0, 1), work.needs, work.appointment.id);
    return answer;
  });
  return works.map((work, place) => {
    const chosen = first[place];
    const answer = chosen !== undefined && allStand(taken, work, chosen) ? chosen : search(taken, work);
    taken = withTaken(taken, answer.suggestions, work.needs, work.appointment.id);
    return answer;
  });
}

/** True when no suggestion breaks a rule by what was promised to others since. */
function allStand(index: BusyIndex, { needs, appointment }: Work, answer: SuggestionAnswer): boolean {
  return answer.suggestions.every(({ start, end, technician, bay }) => {
    const claims: Claim[] = [];
    if (technician !== null) claims.push({ resourceId: technician.id, role: 'lead', units: 1 });
    if (bay !== null) claims.push({ resourceId: bay.id, role: 'bay', units: 1 });
    claims.push(...alongside(appointment.claims));
    return judge({ start, end, claims }, needs, index).level !== 'block';
  });
}

function search(index: BusyIndex, { appointment, needs }: Work): SuggestionAnswer {
  const withTechnician = appointment.claims.some((claim) => claim.role === 'lead');
  const near = appointment.start;
  return bestSlots(index, {
    needs,
    count: ALTERNATIVES,
    near,
    withTechnician,
    alongside: alongside(appointment.claims),
  });
}

function without(context: PlacementContext, resource: Resource, range: InstantRange): PlacementContext {
  return {
    ...context,
    technicians: context.technicians.filter((one) => one.id !== resource.id),
    bays: context.bays.filter((one) => one.id !== resource.id),
    others: context.others.map((one) => {
      if (one.id !== resource.id) return one;
      return { ...one, absences: [...one.absences, { ...range, why: 'absence' as const, name: '' }] };
    }),
  };
}

/** Why the absent one is not offered; only technicians and bays are. */
function absentee(resource: Resource, range: InstantRange): readonly ExcludedResource[] {
  if (resource.kind !== 'technician' && resource.kind !== 'bay') return [];
  const who = { id: resource.id, name: resource.name };
  if (resource.kind === 'bay')
    return [{ ...who, kind: 'bay', because: { rule: 'bay-open', why: 'absence', bay: who, name: '', to: range.to } }];
  const { from, to } = range;
  const because = { rule: 'on-shift', why: 'absence', technician: who, name: '', from, to } as const;
  return [{ ...who, kind: 'technician', because }];
}
