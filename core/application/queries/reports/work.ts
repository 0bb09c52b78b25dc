import type { Appointment } from '../../../domain/work/appointment.ts';

/** Somebody asked for it: not a meeting, not time booked by itself. */
export function isWork({ workOrderId, serviceTypeId }: Appointment): boolean {
  return workOrderId !== null || serviceTypeId !== null;
}

/** Work that flows over several days is asked for once. */
export function isFirstPart({ segment }: Appointment): boolean {
  return segment === null || segment.ordinal === 1;
}
