import { instant, minutesBetween, range, type Instant, type InstantRange, type Minutes } from '../time/instant.ts';
import type { Appointment } from './appointment.ts';

type Timed = Pick<Appointment, 'start' | 'end' | 'state'>;

/** When it is planned, buffers left out. */
export function slotOf(appointment: Pick<Appointment, 'start' | 'end'>): InstantRange {
  return range(appointment.start, appointment.end);
}

/** Minutes by the plan. */
export function scheduledDuration(appointment: Pick<Appointment, 'start' | 'end'>): Minutes {
  return minutesBetween(appointment.start, appointment.end);
}

/** Minutes it really took; null until it is completed. */
export function actualDuration({ state }: Pick<Appointment, 'state'>): Minutes | null {
  return state.status === 'completed' ? minutesBetween(state.startedAt, state.endedAt) : null;
}

/** When it really began, else when it is planned to. */
export function begunAt({ start, state }: Pick<Appointment, 'start' | 'state'>): Instant {
  return state.status === 'in-progress' || state.status === 'completed' ? state.startedAt : start;
}

/** When it is worked on as far as anybody knows: actual times where there are some, and an overrun lasts until now. */
export function workedRange(appointment: Timed, now: Instant): InstantRange {
  const { start, end, state } = appointment;
  if (state.status === 'completed') return range(state.startedAt, state.endedAt);
  if (state.status !== 'in-progress') return range(start, end);
  return range(state.startedAt, instant(Math.max(end, now, state.startedAt)));
}
