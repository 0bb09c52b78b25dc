import type { Appointment } from './appointment.ts';
import { canBecome } from './status-machine.ts';

type Limited = Pick<Appointment, 'state' | 'rescheduleCount' | 'rescheduleLimit'>;

/** The status machine lets it be called off. What that costs is the cancellation policy's to say. */
export function canBeCancelled({ state }: Pick<Appointment, 'state'>): boolean {
  return canBecome(state.status, 'cancelled');
}

/** How many more times it may be given another date; null without a limit. */
export function remainingReschedules({
  rescheduleCount,
  rescheduleLimit,
}: Pick<Appointment, 'rescheduleCount' | 'rescheduleLimit'>): number | null {
  return rescheduleLimit === null ? null : Math.max(0, rescheduleLimit - rescheduleCount);
}

/** It has not begun, is not over, and its limit is not used up. */
export function canBeRescheduled(appointment: Limited): boolean {
  const { status } = appointment.state;
  const waits = status === 'requested' || status === 'held' || status === 'confirmed';
  return waits && remainingReschedules(appointment) !== 0;
}
