import type { InstantRange } from '../time/instant.ts';
import { addMinutes, instant, type Instant } from '../time/instant.ts';
import type { Appointment, AppointmentStatus, Claim } from './appointment.ts';

/** Where each status may go (semantics.md, Status). Final ones are left by undo alone. */
const NEXT: Readonly<Record<AppointmentStatus, readonly AppointmentStatus[]>> = {
  requested: ['held', 'confirmed', 'cancelled'],
  held: ['confirmed', 'requested', 'cancelled'],
  confirmed: ['in-progress', 'cancelled', 'no-show'],
  'in-progress': ['completed', 'confirmed'],
  completed: [],
  cancelled: [],
  'no-show': [],
};

export function canBecome(from: AppointmentStatus, to: AppointmentStatus): boolean {
  return NEXT[from].includes(to);
}

export function nextStatuses(from: AppointmentStatus): readonly AppointmentStatus[] {
  return NEXT[from];
}

/** Held, confirmed and in progress take their resources; a hold only until it runs out. */
export function occupies(appointment: Pick<Appointment, 'state'>, now: Instant): boolean {
  switch (appointment.state.status) {
    case 'held':
      return appointment.state.until > now;
    case 'confirmed':
    case 'in-progress':
      return true;
    case 'requested':
    case 'completed':
    case 'cancelled':
    case 'no-show':
      return false;
  }
}

/** [start - before, end + after); an overrun lasts until now. */
export function busyRange(
  appointment: Pick<Appointment, 'start' | 'end' | 'before' | 'after' | 'state'>,
  now: Instant,
): InstantRange {
  const end = appointment.state.status === 'in-progress' ? instant(Math.max(appointment.end, now)) : appointment.end;
  return { from: addMinutes(appointment.start, -appointment.before), to: addMinutes(end, appointment.after) };
}

/** The technician who answers for the appointment: the first lead. */
export function leadOf(claims: readonly Claim[]): Claim | undefined {
  return claims.find((claim) => claim.role === 'lead');
}

export function bayOf(claims: readonly Claim[]): Claim | undefined {
  return claims.find((claim) => claim.role === 'bay');
}
