import { accept } from '../../../kernel/outcome.ts';
import { found } from '../../refusals.ts';
import type { Answerer } from '../../use-case.ts';
import { eyesOf } from '../privacy/eyes.ts';
import { alertLine } from './alerts.ts';

const UNTOLD = { message: {}, details: { alert: {}, health: {} } } as const;

/** What came in as it was, and what others told about it, may name a person: it is for who may read customers. */
export const alertDetails: Answerer<'alertDetails'> = async (read, input, scene) => {
  const row = await found(read, 'alert', input.id, 'id');
  if (!row.ok) return row;
  const { unitId, outcome, schemaVersion } = row.value;
  const { message, details } = eyesOf(scene).customers ? row.value : UNTOLD;
  const unit = unitId === null ? undefined : await read.get('unit', unitId);
  const customer = unit === undefined ? undefined : await read.get('customer', unit.customerId);
  const workOrder = outcome.status === 'noted' ? undefined : await read.get('workOrder', outcome.workOrderId);
  const appointment = outcome.status === 'booked' ? await read.get('appointment', outcome.appointmentId) : undefined;
  return accept({
    ...alertLine(row.value, unit),
    schemaVersion,
    message,
    details,
    customer: customer === undefined ? null : { id: customer.id, name: customer.name },
    workOrder:
      workOrder === undefined ? null : { id: workOrder.id, number: workOrder.number, status: workOrder.state.status },
    appointment:
      appointment === undefined
        ? null
        : {
            id: appointment.id,
            start: appointment.start,
            end: appointment.end,
            status: appointment.state.status,
          },
  });
};
