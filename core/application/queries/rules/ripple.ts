import { accept, type Outcome } from '../../../kernel/outcome.ts';
import type { Refusal } from '../../../contract/refusal.ts';
import type { DelayedVisit } from '../../../contract/views/rules-view.ts';
import {
  brokenPromises,
  expectedTimes,
  type Delay,
  type Expected,
  type RippleFacts,
} from '../../../domain/board/ripple.ts';
import type { Location } from '../../../domain/organization/location.ts';
import { instant, minutes, minutesBetween, range, type Instant } from '../../../domain/time/instant.ts';
import { addDays } from '../../../domain/time/local-date.ts';
import { localDateOf, startOfDay } from '../../../domain/time/local-time.ts';
import type { Appointment, AppointmentId } from '../../../domain/work/appointment.ts';
import type { ParsedInput } from '../../../contract/client.ts';
import { found } from '../../refusals.ts';
import type { Reader } from '../../ports/store.ts';
import type { Answerer, Scene } from '../../use-case.ts';
import { driveOf } from '../day/drive.ts';
import { loadLabels, type Labels } from '../day/labels.ts';
import { shownAppointments } from '../day/load-day.ts';
import { loadCapacities, rippleVisit } from '../day/risk.ts';
import type { RememberingReader, RowMemory } from '../memory/row-memory.ts';

/** A delay is followed from the day before for so many local days; by then a night has absorbed it. */
const DAYS_BEFORE = 1;
const DAYS_AFTER = 7;

/** What happens, or is supposed to, and where. */
export interface Cause {
  readonly location: Location;
  readonly from: Instant;
  readonly delays: ReadonlyMap<AppointmentId, Delay>;
}

/**
 * Of a location: everything that is later than planned now. Of one appointment: what would be later than it is expected
 * anyway if this one began late or took longer.
 */
export function ripple(memory: RowMemory): Answerer<'ripple'> {
  return async (reader, input, scene) => {
    const known = await memory.at(reader);
    const { read } = known;
    const cause = await causeOf(read, scene, input);
    if (!cause.ok) return cause;
    const { delayed } = await follow(known, scene, cause.value, cause.value.delays.size > 0);
    return accept({ asOf: scene.now, delayed });
  };
}

export interface Followed {
  readonly appointments: readonly Appointment[];
  readonly expected: ReadonlyMap<AppointmentId, Expected>;
  readonly labels: Labels;
  readonly delayed: readonly DelayedVisit[];
}

/**
 * Goes through the days around the cause. What is later is told against what is expected anyway where something is
 * supposed, else against what was planned.
 */
export async function follow(
  known: RememberingReader,
  scene: Scene,
  cause: Cause,
  supposes: boolean,
): Promise<Followed> {
  const { read } = known;
  const { location, delays } = cause;
  const appointments = await around(read, scene, cause);
  const labels = await loadLabels(known, appointments);
  const turnovers = new Map((await read.all('resource')).map((one) => [one.id, one.kind === 'bay' ? one.turnover : 0]));
  const facts: RippleFacts = {
    now: scene.now,
    drive: driveOf(location),
    turnoverOf: (id) => minutes(turnovers.get(id) ?? 0),
    capacityOf: await loadCapacities(read),
  };
  const visits = appointments.map((one) => rippleVisit(one, location, scene.now));
  const expected = expectedTimes(visits, { ...facts, delays });
  const otherwise = supposes ? expectedTimes(visits, facts) : planned(appointments);
  const delayed = appointments.flatMap((one) => {
    const times = expected.get(one.id);
    const usual = otherwise.get(one.id);
    if (times === undefined || usual === undefined || !times.open) return [];
    return delayedVisit(one, { times, usual, labels, appointments }) ?? [];
  });
  return { appointments, expected, labels, delayed };
}

async function causeOf(read: Reader, scene: Scene, input: ParsedInput<'ripple'>): Promise<Outcome<Cause, Refusal>> {
  if ('locationId' in input) {
    const location = await found(read, 'location', input.locationId, 'locationId');
    return location.ok ? accept({ location: location.value, from: scene.now, delays: new Map() }) : location;
  }
  const appointment = await found(read, 'appointment', input.appointmentId, 'appointmentId');
  if (!appointment.ok) return appointment;
  const { id, locationId, start } = appointment.value;
  const location = await found(read, 'location', locationId, 'appointmentId');
  if (!location.ok) return location;
  const { lateStart, overrun } = input;
  return accept({ location: location.value, from: start, delays: new Map([[id, { lateStart, overrun }]]) });
}

async function around(read: Reader, scene: Scene, { location, from }: Cause): Promise<readonly Appointment[]> {
  const { zones } = scene.surroundings;
  const day = localDateOf(zones, location.zone, from);
  const first = startOfDay(zones, location.zone, addDays(day, -DAYS_BEFORE));
  const last = startOfDay(zones, location.zone, addDays(day, DAYS_AFTER));
  return shownAppointments(read, scene, location.id, range(first, last));
}

function planned(appointments: readonly Appointment[]): ReadonlyMap<AppointmentId, Pick<Expected, 'start' | 'end'>> {
  return new Map(appointments.map(({ id, start, end }) => [id, { start, end }]));
}

function delayedVisit(
  one: Appointment,
  facts: {
    readonly times: Expected;
    readonly usual: Pick<Expected, 'start' | 'end'>;
    readonly labels: Labels;
    readonly appointments: readonly Appointment[];
  },
): DelayedVisit | null {
  const { times, usual, labels } = facts;
  const late = Math.max(times.start - usual.start, times.end - usual.end);
  if (late <= 0) return null;
  const before = facts.appointments.find((other) => other.id === times.pushedBy);
  const workOrder = labels.workOrder(one);
  const promised = {
    start: one.start,
    windows: workOrder?.windows ?? [],
    due: workOrder?.due ?? null,
    told: one.customerId !== null,
  };
  return {
    id: one.id,
    title: one.title,
    customer: labels.customer(one)?.name ?? null,
    start: one.start,
    end: one.end,
    expectedStart: times.start,
    expectedEnd: times.end,
    delay: minutesBetween(instant(0), instant(late)),
    because: before === undefined ? null : { id: before.id, title: before.title },
    broken: brokenPromises(promised, times),
  };
}
