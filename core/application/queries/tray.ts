import { accept } from '../../kernel/outcome.ts';
import { addDays } from '../../domain/time/local-date.ts';
import { localDateOf, startOfDay } from '../../domain/time/local-time.ts';
import { range, type Instant } from '../../domain/time/instant.ts';
import type { Location } from '../../domain/organization/location.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import type { WorkOrder } from '../../domain/work/work-order.ts';
import type { Answerer, Scene } from '../use-case.ts';
import { driveOf } from './day/drive.ts';
import { loadLabels } from './day/labels.ts';
import { shownAppointments } from './day/load-day.ts';
import { loadCapacities, promisesAtRisk } from './day/risk.ts';
import { loadSupply } from './day/supply.ts';
import { isHidden, itemOfAppointment, itemOfWorkOrder, type SearchableItem } from './day/tray-items.ts';
import { shownState } from './day/visits.ts';
import type { RememberingReader, RowMemory } from './memory/row-memory.ts';
import { notFound } from '../refusals.ts';

/** Promises are looked after from yesterday on, so many local days ahead. */
export const RISK_DAYS = 14;

/** Unassigned work, holds, requests and promises at risk. The counts know no filter. */
export function tray(memory: RowMemory): Answerer<'tray'> {
  return async (reader, input, scene) => {
    const known = await memory.at(reader);
    const { read } = known;
    const location = await read.get('location', input.locationId);
    if (location === undefined) return notFound('location', input.locationId, 'locationId');
    const waiting = await waitingWork(known, scene, location);
    const counts = {
      unassigned: waiting.unassigned.length,
      held: waiting.held.length,
      requested: waiting.requested.length,
      risk: waiting.risk.length,
    };
    const all =
      input.tab === 'unassigned'
        ? await workOrderItems(known, scene, location, waiting.unassigned)
        : await appointmentItems(known, scene, location, waiting[input.tab]);
    const latest = input.dueWithinDays === null ? null : dueLimit(scene, location, input.dueWithinDays);
    const items = all.filter((item) => !isHidden(item, input.filter, latest));
    return accept({ counts, items: items.map(({ item }) => item), hidden: all.length - items.length });
  };
}

interface Waiting {
  readonly unassigned: readonly WorkOrder[];
  readonly held: readonly Appointment[];
  readonly requested: readonly Appointment[];
  readonly risk: readonly Appointment[];
}

async function waitingWork(known: RememberingReader, scene: Scene, location: Location): Promise<Waiting> {
  const { read } = known;
  const unassigned = await read.unassigned(location.id);
  const holds = await read.inStatus(location.id, 'held');
  const requests = await read.inStatus(location.id, 'requested');
  const isHeld = (one: Appointment): boolean => shownState(one, scene.now).status === 'held';
  return {
    unassigned,
    held: holds.filter(isHeld),
    requested: [...requests, ...holds.filter((one) => !isHeld(one))].toSorted((a, b) => a.start - b.start),
    risk: await appointmentsAtRisk(known, scene, location),
  };
}

async function appointmentsAtRisk(
  known: RememberingReader,
  scene: Scene,
  location: Location,
): Promise<readonly Appointment[]> {
  const { zones } = scene.surroundings;
  const today = localDateOf(zones, location.zone, scene.now);
  const from = startOfDay(zones, location.zone, addDays(today, -1));
  const within = range(from, startOfDay(zones, location.zone, addDays(today, RISK_DAYS)));
  const appointments = await shownAppointments(known.read, scene, location.id, within);
  const labels = await loadLabels(known, appointments);
  const dueOf = (one: Appointment): Instant | null => labels.workOrder(one)?.due ?? null;
  const risky = promisesAtRisk(appointments, {
    location,
    now: scene.now,
    dueOf,
    drive: driveOf(location),
    capacityOf: await loadCapacities(known.read),
  });
  return appointments.filter((one) => risky.has(one.id));
}

/** The end of the local day so many days from today. */
function dueLimit(scene: Scene, location: Location, days: number): Instant {
  const { zones } = scene.surroundings;
  const today = localDateOf(zones, location.zone, scene.now);
  return startOfDay(zones, location.zone, addDays(today, days + 1));
}

async function workOrderItems(
  known: RememberingReader,
  scene: Scene,
  location: Location,
  workOrders: readonly WorkOrder[],
): Promise<readonly SearchableItem[]> {
  const labels = await loadLabels(known, workOrders);
  const needs = workOrders.flatMap((one) => one.parts);
  const supply = await loadSupply(known.read, scene, location.id, needs, 'short');
  return workOrders.map((one) => itemOfWorkOrder(one, labels, supply));
}

async function appointmentItems(
  known: RememberingReader,
  scene: Scene,
  location: Location,
  appointments: readonly Appointment[],
): Promise<readonly SearchableItem[]> {
  const labels = await loadLabels(known, appointments);
  const needs = appointments.flatMap((one) => labels.needs(one).parts);
  const supply = await loadSupply(known.read, scene, location.id, needs, 'short');
  return appointments.map((one) => itemOfAppointment(one, labels, supply, scene.now));
}
