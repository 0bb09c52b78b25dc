import { accept, type Outcome } from '../../kernel/outcome.ts';
import type { ParsedInput } from '../../contract/client.ts';
import type { Refusal } from '../../contract/refusal.ts';
import type { Location } from '../../domain/organization/location.ts';
import { addDays, type LocalDate } from '../../domain/time/local-date.ts';
import { localDateOf, startOfDay } from '../../domain/time/local-time.ts';
import { range } from '../../domain/time/instant.ts';
import type { Resource } from '../../domain/resources/resource.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import type { IcsWriter, IcsWriterEvent } from '../ports/ics-writer.ts';
import type { Reader } from '../ports/store.ts';
import type { Answerer, Scene } from '../use-case.ts';
import { loadLabels } from './day/labels.ts';
import { icsEvent } from './day/ics-events.ts';
import type { RememberingReader, RowMemory } from './memory/row-memory.ts';
import { eyesOf } from './privacy/eyes.ts';
import { seenAppointment } from './privacy/seen-rows.ts';
import { notFound } from '../refusals.ts';

/** An iCalendar file of chosen appointments, or of one technician or bay over local days. */
export function icsExport(memory: RowMemory, write: IcsWriter): Answerer<'icsExport'> {
  return async (reader, input, scene) => {
    const known = await memory.at(reader);
    const { read } = known;
    const found = 'resourceId' in input ? await ofResource(read, input, scene) : await ofSelection(read, input, scene);
    if (!found.ok) return found;
    const { name, fileName, appointments } = found.value;
    const events = await eventsOf(known, scene, appointments);
    return accept({ fileName, text: write({ name, events }), events: events.length });
  };
}

interface Chosen {
  readonly name: string;
  readonly fileName: string;
  readonly appointments: readonly Appointment[];
}

type Input = ParsedInput<'icsExport'>;
type Selection = Extract<Input, { readonly appointmentIds: unknown }>;
type ResourceDays = Extract<Input, { readonly resourceId: unknown }>;

async function ofSelection(read: Reader, input: Selection, scene: Scene): Promise<Outcome<Chosen, Refusal>> {
  const rows = new Map((await read.getMany('appointment', input.appointmentIds)).map((one) => [one.id, one]));
  const missing = input.appointmentIds.findIndex((id) => !rows.has(id));
  const missingId = input.appointmentIds[missing];
  if (missingId !== undefined) return notFound('appointment', missingId, `appointmentIds.${missing}`);
  const appointments = [...rows.values()].toSorted((a, b) => a.start - b.start);
  const [first] = appointments;
  const location = first === undefined ? undefined : await read.get('location', first.locationId);
  const date =
    first === undefined || location === undefined
      ? ''
      : localDateOf(scene.surroundings.zones, first.zone ?? location.zone, first.start);
  const what = appointments.length === 1 ? (first?.title ?? '') : 'appointments';
  return accept({ name: location?.name ?? '', fileName: fileName([what, date]), appointments });
}

/** What was called off, or where nobody came, is no longer in anybody's day. */
async function ofResource(read: Reader, input: ResourceDays, scene: Scene): Promise<Outcome<Chosen, Refusal>> {
  const resource: Resource | undefined = await read.get('resource', input.resourceId);
  const location = resource === undefined ? undefined : await read.get('location', resource.locationId);
  if (resource === undefined || location === undefined) return notFound('resource', input.resourceId, 'resourceId');
  const { zones } = scene.surroundings;
  const last: LocalDate = addDays(input.date, input.days);
  const within = range(startOfDay(zones, location.zone, input.date), startOfDay(zones, location.zone, last));
  const rows = await read.appointmentsOfResource(resource.id, within);
  const appointments = rows.filter(
    ({ state, start, end }) =>
      state.status !== 'cancelled' && state.status !== 'no-show' && start < within.to && end > within.from,
  );
  return accept({ name: resource.name, fileName: fileName([resource.name, input.date]), appointments });
}

async function eventsOf(
  known: RememberingReader,
  scene: Scene,
  chosen: readonly Appointment[],
): Promise<readonly IcsWriterEvent[]> {
  const { read } = known;
  const eyes = eyesOf(scene);
  const appointments = chosen.map((one) => seenAppointment(eyes, one));
  const labels = await loadLabels(known, appointments);
  const locations = new Map<string, Location>((await read.all('location')).map((one) => [one.id, one]));
  const resources = new Map((await read.all('resource')).map((one) => [one.id, one]));
  return appointments.flatMap((appointment) => {
    const location = locations.get(appointment.locationId);
    return location === undefined ? [] : [icsEvent(appointment, { location, labels, resources, scene })];
  });
}

/** Letters and digits that every file system takes: "mike-johnson-2026-11-23.ics". */
function fileName(words: readonly string[]): string {
  const plain = words.join(' ').normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const name = plain.replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-+|-+$/gu, '');
  return `${name === '' ? 'appointments' : name.slice(0, 80)}.ics`;
}
