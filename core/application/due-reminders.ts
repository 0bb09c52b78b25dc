import { addMinutes, range, type Instant } from '../domain/time/instant.ts';
import type { Appointment, ReminderKind } from '../domain/work/appointment.ts';
import { dueReminder } from '../domain/work/reminders.ts';
import type { Reader } from './ports/store.ts';

export interface DueReminder {
  readonly appointment: Appointment;
  readonly kind: ReminderKind;
}

/** Reminders that should go out now, soonest start first. */
export async function dueReminders(read: Reader, now: Instant): Promise<readonly DueReminder[]> {
  const [organization] = await read.all('organization');
  if (organization === undefined) return [];
  const { reminderHours } = organization.policy;
  const ahead = range(now, addMinutes(now, reminderHours * 60 + 1));
  const due: DueReminder[] = [];
  for (const location of await read.all('location')) {
    for (const appointment of await read.appointmentsAt(location.id, ahead)) {
      const kind = dueReminder(appointment, now, reminderHours);
      if (kind !== null) due.push({ appointment, kind });
    }
  }
  return due.toSorted((a, b) => a.appointment.start - b.appointment.start);
}
