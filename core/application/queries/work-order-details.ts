import { accept } from '../../kernel/outcome.ts';
import type { AlertLine } from '../../contract/views/alert-view.ts';
import { instant, range } from '../../domain/time/instant.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import type { WorkOrder } from '../../domain/work/work-order.ts';
import { loadWorkSource, needsOfWorkOrder } from '../needs.ts';
import type { Reader } from '../ports/store.ts';
import type { Answerer } from '../use-case.ts';
import { alertLine } from './alerts/alerts.ts';
import { HISTORY_SHOWN } from './appointment-details.ts';
import { loadLabels } from './day/labels.ts';
import { loadSupply } from './day/supply.ts';
import type { RowMemory } from './memory/row-memory.ts';
import { eyesOf, seenHistory } from './privacy/eyes.ts';
import { seenAppointment, seenCustomer, seenNeeds, seenUnit, seenWorkOrder } from './privacy/seen-rows.ts';
import { notFound } from '../refusals.ts';

/** One work order with customer, needs, appointments and history, as far as they are for whoever asks. */
export function workOrderDetails(memory: RowMemory): Answerer<'workOrderDetails'> {
  return async (reader, { id }, scene) => {
    const known = await memory.at(reader);
    const { read } = known;
    const workOrder = await read.get('workOrder', id);
    if (workOrder === undefined) return notFound('workOrder', id, 'id');
    const labels = await loadLabels(known, [workOrder]);
    const source = await loadWorkSource(read, { workOrder });
    const supply = await loadSupply(read, scene, workOrder.locationId, workOrder.parts);
    const appointments = (await read.appointmentsOf(id)).toSorted(liveFirst);
    const eyes = eyesOf(scene);
    const customer = labels.customer(workOrder);
    const unit = labels.unit(workOrder);
    return accept({
      workOrder: seenWorkOrder(eyes, workOrder),
      customer: customer === undefined ? null : seenCustomer(eyes, customer),
      unit: unit === undefined ? null : seenUnit(eyes, unit),
      kind: source.kind,
      serviceType: source.serviceType,
      // What is already set aside for its own appointment is there for it.
      parts: supply.lines(workOrder.parts, appointments.find(isLive)?.id ?? null),
      needs: seenNeeds(eyes, needsOfWorkOrder(workOrder, source)),
      alert: await alertOf(read, workOrder),
      appointments: appointments.map((one) => seenAppointment(eyes, one)),
      history: await seenHistory(eyes, read, { entity: 'workOrder', id, limit: HISTORY_SHOWN }),
    });
  };
}

/** The message and its work order were written in one moment. */
async function alertOf(read: Reader, { id, openedAt, locationId }: WorkOrder): Promise<AlertLine | null> {
  const then = range(openedAt, instant(openedAt + 1));
  const alerts = await read.find('alert', { locationId, range: then });
  const alert = alerts.find(({ outcome }) => outcome.status !== 'noted' && outcome.workOrderId === id);
  if (alert === undefined) return null;
  return alertLine(alert, alert.unitId === null ? undefined : await read.get('unit', alert.unitId));
}

/** Still to be kept. */
function isLive(appointment: Appointment): boolean {
  const { status } = appointment.state;
  return status === 'requested' || status === 'held' || status === 'confirmed' || status === 'in-progress';
}

function liveFirst(a: Appointment, b: Appointment): number {
  return Number(isLive(b)) - Number(isLive(a)) || b.start - a.start;
}
