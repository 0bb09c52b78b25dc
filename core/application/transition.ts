import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Refusal } from '../contract/refusal.ts';
import { addMinutes, type Instant } from '../domain/time/instant.ts';
import type { Appointment, AppointmentStatus } from '../domain/work/appointment.ts';
import { canBecome, nextStatuses } from '../domain/work/status-machine.ts';
import { found, invalid } from './refusals.ts';
import type { Reader } from './ports/store.ts';
import type { Scene } from './use-case.ts';

/** The appointment if the status machine lets it go there. `from` names the statuses this command starts from. */
export async function mayBecome(
  read: Reader,
  id: string,
  to: AppointmentStatus,
  from: readonly AppointmentStatus[],
): Promise<Outcome<Appointment, Refusal>> {
  const row = await found(read, 'appointment', id, 'id');
  if (!row.ok) return row;
  const { status } = row.value.state;
  if (from.includes(status) && canBecome(status, to)) return row;
  return isFinal(status)
    ? refuse({ kind: 'final-status', title: row.value.title, status })
    : refuse({ kind: 'wrong-status', title: row.value.title, from: status, to });
}

export function isFinal(status: AppointmentStatus): boolean {
  return nextStatuses(status).length === 0;
}

/** Two machines' clocks may differ by this much before "it happened" turns into "it will happen". */
const TOLERANCE = 5;

/** What is written down has happened. */
export function hasHappened(at: Instant, scene: Scene): Outcome<null, Refusal> {
  return at <= addMinutes(scene.now, TOLERANCE) ? accept(null) : invalid('at', 'must not be in the future');
}
