import { update, type Op } from '../../domain/ops/op.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import type { WorkOrder } from '../../domain/work/work-order.ts';
import { decide, found, foundOrNull } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';
import { alreadyBooked, checkWorkOrder, liveAppointmentsOf, stillOpen } from '../work-order-check.ts';

/** Live appointments follow in what they took from the work order, not in where they are. */
export const updateWorkOrder: UseCase<'updateWorkOrder'> = async (tx, args) => {
  const row = await found(tx, 'workOrder', args.id, 'id');
  if (!row.ok) return row;
  const before = row.value;
  const open = stillOpen(before);
  if (!open.ok) return open;
  const checked = await checkWorkOrder(tx, args);
  if (!checked.ok) return checked;
  const live = await liveAppointmentsOf(tx, before);
  const [first] = live;
  if (first !== undefined && args.locationId !== before.locationId) return alreadyBooked(first.title, first.start);
  const after: WorkOrder = { ...before, ...args };
  const ops: (Op | null)[] = [update('workOrder', before, after)];
  if (first !== undefined) {
    const serviceType = await foundOrNull(tx, 'serviceType', after.serviceTypeId, 'serviceTypeId');
    if (!serviceType.ok) return serviceType;
    const kindId = serviceType.value?.kindId ?? null;
    ops.push(...live.map((one) => update('appointment', one, { ...followed(one, before, after), kindId })));
  }
  return decide(after.title, ops);
};

/** A title or place that was changed on the appointment itself stays. */
function followed(appointment: Appointment, before: WorkOrder, after: WorkOrder): Appointment {
  const samePlace = JSON.stringify(appointment.place) === JSON.stringify(before.place);
  return {
    ...appointment,
    title: appointment.title === before.title ? after.title : appointment.title,
    priority: appointment.priority === before.priority ? after.priority : appointment.priority,
    place: samePlace ? after.place : appointment.place,
    serviceTypeId: after.serviceTypeId,
    customerId: after.customerId,
    unitId: after.unitId,
  };
}
