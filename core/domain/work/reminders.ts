import { addMinutes, type Instant } from '../time/instant.ts';
import type { Appointment, ReminderKind, SentReminder } from './appointment.ts';

type Reminded = Pick<Appointment, 'start' | 'state' | 'remind' | 'reminded'>;

/**
 * The reminder that is due now, if any: each kind once for each start, from its moment until the next kind's. Nobody who
 * was not reminded a day before, because no host was up, is reminded of it ten minutes before.
 */
export function dueReminder(appointment: Reminded, now: Instant, reminderHours: number): ReminderKind | null {
  const { start, state, remind, reminded } = appointment;
  if (!remind || state.status !== 'confirmed' || now >= start) return null;
  const kind = kindAt(start, now, reminderHours);
  return kind === null || reminded.some((one) => one.kind === kind && one.start === start) ? null : kind;
}

function kindAt(start: Instant, now: Instant, reminderHours: number): ReminderKind | null {
  if (now >= addMinutes(start, -15)) return '15min';
  if (now >= addMinutes(start, -60)) return '1hour';
  return now >= addMinutes(start, -reminderHours * 60) ? '1day' : null;
}

/** The list with one more; what was sent for other starts is forgotten. */
export function withReminder(appointment: Reminded, kind: ReminderKind, at: Instant): readonly SentReminder[] {
  const { start, reminded } = appointment;
  return [...reminded.filter((one) => one.start === start), { kind, at, start }];
}
