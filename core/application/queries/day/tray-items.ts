import type { TrayItem } from '../../../contract/views/tray-view.ts';
import { minutesBetween, type Instant } from '../../../domain/time/instant.ts';
import type { Appointment } from '../../../domain/work/appointment.ts';
import type { WorkOrder } from '../../../domain/work/work-order.ts';
import { kindCode, unitText, type Labels, type WorkRefs } from './labels.ts';
import type { Supply } from './supply.ts';
import { shownState } from './visits.ts';

export interface SearchableItem {
  readonly item: TrayItem;
  /** Everything the filter looks into, in lower case. */
  readonly words: string;
}

export function itemOfWorkOrder(workOrder: WorkOrder, labels: Labels, supply: Supply): SearchableItem {
  return searchable({
    ...people(workOrder, labels),
    workOrderId: workOrder.id,
    appointmentId: null,
    number: workOrder.number,
    title: workOrder.title,
    priority: workOrder.priority,
    duration: workOrder.duration,
    due: workOrder.due,
    start: null,
    heldUntil: null,
    field: workOrder.place !== null,
    needsBay: workOrder.capabilities !== null,
    waitsForPart: supply.waitsFor(workOrder.parts, null),
    openedAt: workOrder.openedAt,
  });
}

export function itemOfAppointment(
  appointment: Appointment,
  labels: Labels,
  supply: Supply,
  now: Instant,
): SearchableItem {
  const state = shownState(appointment, now);
  const workOrder = labels.workOrder(appointment);
  const needs = labels.needs(appointment);
  return searchable({
    ...people(appointment, labels),
    workOrderId: appointment.workOrderId,
    appointmentId: appointment.id,
    number: workOrder?.number ?? null,
    title: appointment.title,
    priority: appointment.priority,
    duration: minutesBetween(appointment.start, appointment.end),
    due: workOrder?.due ?? null,
    start: appointment.start,
    heldUntil: state.status === 'held' ? state.until : null,
    field: appointment.place !== null,
    needsBay: needs.capabilities !== null,
    waitsForPart: supply.waitsFor(needs.parts, appointment.id),
    openedAt: workOrder?.openedAt ?? appointment.start,
  });
}

/** True when the filter's words are not all in the item, or it is due at or after `latest`. */
export function isHidden(one: SearchableItem, filter: string, latest: Instant | null): boolean {
  if (latest !== null && one.item.due !== null && one.item.due >= latest) return true;
  return !folded(filter)
    .split(/\s+/u)
    .every((word) => one.words.includes(word));
}

function searchable(item: TrayItem): SearchableItem {
  return { item, words: folded([item.title, item.number ?? '', item.customer, item.unit].join(' ')) };
}

/** Lower case without accents: "Bjørn" stays apart from "Bjorn", "José" does not from "jose". */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function people(work: WorkRefs, labels: Labels): Pick<TrayItem, 'customer' | 'tier' | 'unit' | 'kind'> {
  const customer = labels.customer(work);
  return {
    customer: customer?.name ?? '',
    tier: customer?.tier ?? null,
    unit: unitText(labels.unit(work)),
    kind: kindCode(labels, work),
  };
}
