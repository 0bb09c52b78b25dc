import type { Appointment } from '../domain/work/appointment.ts';
import { leadOf } from '../domain/work/status-machine.ts';
import type { DomainEvent } from './ports/log-entry.ts';

/** What the outside is told of an appointment. Ids and times only: who reads it asks for names with the right to. */
export function announce(name: DomainEvent['name'], appointment: Appointment): DomainEvent {
  const { id, locationId, start, end, workOrderId, customerId, state } = appointment;
  const technicianId = leadOf(appointment.claims)?.resourceId ?? null;
  const payload = { locationId, start, end, workOrderId, customerId, technicianId, status: state.status };
  return { name, appointmentId: id, payload };
}

/** Told when a lead begins to answer for the appointment or another one takes over. */
export function announceLead(before: Appointment | null, after: Appointment): readonly DomainEvent[] {
  const was = before === null ? undefined : leadOf(before.claims)?.resourceId;
  const is = leadOf(after.claims)?.resourceId;
  return is === undefined || is === was ? [] : [announce('technician.assigned', after)];
}

/** What a change means for the outside when no command says it: undo and redo. */
export function announceChange(before: Appointment | null, after: Appointment | null): readonly DomainEvent[] {
  const was = before !== null && isFirm(before);
  const is = after !== null && isFirm(after);
  if (was && !is) return [announce('appointment.cancelled', after ?? before)];
  if (!is) return [];
  if (!was) return [announce('appointment.scheduled', after), ...announceLead(null, after)];
  const moved = before.start !== after.start ? [announce('appointment.rescheduled', after)] : [];
  return [...moved, ...announceLead(before, after)];
}

/** The outside counts on it. What was done stays done for it, too. */
function isFirm({ state: { status } }: Appointment): boolean {
  return status === 'confirmed' || status === 'in-progress' || status === 'completed' || status === 'no-show';
}
