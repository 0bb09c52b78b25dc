import type { QueryInput } from '../../../../core/contract/client.ts';
import type { QueryName } from '../../../../core/contract/queries/index.ts';
import type { AppointmentId, SeriesId } from '../../../../core/domain/work/appointment.ts';
import type { WorkOrderId } from '../../../../core/domain/work/work-order.ts';
import type { AlertId } from '../../../../core/domain/work/alert.ts';
import { querySamples } from '../../../builders/samples.ts';
import { at } from '../../../builders/surroundings.ts';
import { openStage, type Stage } from '../../../builders/use-world.ts';
import { bay, customerArgs, lead } from '../../../builders/world.ts';
import { alertMessage } from '../../../builders/messages.ts';
import { seriesArgs } from '../../../builders/series-args.ts';

/** What is kept about customers and is not for everybody, planted wherever it can stand. */
export const PLANTED = {
  phone: '+47 900 11 222',
  email: 'planted@mail.example',
  address: 'Planted Lane 7',
  note: 'the gate code is 4711',
  position: '59.98765',
} as const;

export interface Planted {
  readonly stage: Stage;
  readonly appointmentId: AppointmentId;
  readonly workOrderId: WorkOrderId;
  readonly seriesId: SeriesId;
  readonly alertId: AlertId;
}

/** A customer with a phone, an address and notes; work at that address, booked and waiting; a series; a message. */
export async function openPlanted(): Promise<Planted> {
  const stage = await openStage();
  const { ids, world } = stage;
  const { customerId, unitId } = world;
  const { phone, email, address, note } = PLANTED;
  const coordinates = { latitude: Number(PLANTED.position), longitude: 10.7 };
  const place = { address, coordinates };
  const person = { name: 'Ola Nord', role: 'customer' as const, email, phone, response: 'none' as const };
  await stage.done('updateCustomer', {
    ...customerArgs(customerId),
    phone,
    email,
    address,
    coordinates,
    contacts: [{ name: 'Kim', role: 'driver', phone, email }],
    notes: note,
  });
  const externalIds = [{ source: 'fleet', id: '8' }];
  await stage.done('updateUnit', {
    id: unitId,
    customerId,
    name: 'Van',
    plate: 'AB 12345',
    details: note,
    externalIds,
  });
  const workOrderId = await stage.order({ description: note, place });
  await stage.order({ title: 'Waiting work', description: note, place });
  const appointmentId = await stage.book({
    workOrderId,
    title: '',
    start: at(13),
    end: null,
    claims: [lead(world.anna), bay(world.bay1)],
    reservationIds: [ids.next()],
    participants: [person],
    description: note,
    requestedBy: phone,
    externalIds: [{ source: 'crm', id: '7' }],
    locationText: note,
    customData: { note },
    place,
  });
  const seriesId = ids.next<'series'>();
  const words = { description: note, participants: [person], customerId, place, start: '2026-11-30T09:00' };
  await stage.done('createSeries', seriesArgs(world, seriesId, words));
  const alertId = ids.next<'alert'>();
  const message = alertMessage('planted', { severity: 'medium', fault: note, caller: { phone, email, address } });
  await stage.done('receiveAlert', { id: alertId, message, workOrderId: ids.next(), appointmentId: ids.next() });
  return { stage, appointmentId, workOrderId, seriesId, alertId };
}

/** Every query with something to answer. What a new query is asked goes into its sample, or here with planted ids. */
export function questionsOf({ stage, appointmentId, workOrderId, seriesId, alertId }: Planted): {
  readonly [N in QueryName]: readonly QueryInput<N>[];
} {
  const { world, ids } = stage;
  const { anna } = world;
  const one = querySamples(world, ids);
  const day = { from: at(0), to: at(24) };
  const works = [{ workOrderId }, { appointmentId }];
  return {
    setup: [one.setup],
    boardForRange: [one.boardForRange],
    placementContext: [one.placementContext],
    placementNeeds: works.map((work) => ({ work })),
    tray: (['unassigned', 'held', 'requested', 'risk'] as const).map((tab) => ({ ...one.tray, tab })),
    appointmentDetails: [{ id: appointmentId }],
    workOrderDetails: [{ id: workOrderId }],
    suggestSlots: works.map((work) => ({ ...one.suggestSlots, work, days: 3, count: 5 })),
    absenceImpact: [{ resourceId: anna, range: day }],
    resourceSchedule: [{ resourceId: anna, range: day }],
    freeTime: [{ resourceId: anna, range: day }],
    resourceUtilisation: [one.resourceUtilisation],
    nextFreeSlot: [one.nextFreeSlot],
    search: [{ text: 'Ola', kinds: [], limit: 10 }],
    customerMatches: [{ text: 'Ola', limit: 10 }],
    history: [{ ...one.history, limit: 100 }],
    undoState: [one.undoState],
    jobSheets: [one.jobSheets],
    icsExport: [{ appointmentIds: [appointmentId] }, { resourceId: anna, date: '2026-11-23', days: 1 }],
    waitlist: [one.waitlist],
    exposedSlots: [one.exposedSlots],
    holds: [one.holds],
    slotInstances: [one.slotInstances],
    seriesList: [one.seriesList],
    occurrences: [one.occurrences, { of: { seriesId }, range: { from: at(0), to: at(24, 30) } }],
    seriesPreview: [one.seriesPreview],
    backups: [one.backups],
    verify: [one.verify],
    scheduleRules: [one.scheduleRules],
    changeTerms: [{ id: appointmentId }],
    fees: [one.fees],
    byExternalId: [one.byExternalId, { entity: 'unit', source: 'fleet', id: '8' }],
    ripple: [one.ripple, { appointmentId, lateStart: 30, overrun: 30 }],
    atRisk: [one.atRisk],
    repairOptions: [{ trouble: { kind: 'absence', resourceId: anna, range: day } }],
    report: [one.report],
    alerts: [{ ...one.alerts, limit: 10 }],
    alertDetails: [{ id: alertId }],
    users: [one.users],
    exportRows: [one.exportRows],
    healthCheck: [one.healthCheck],
    boardAt: [one.boardAt],
  };
}
