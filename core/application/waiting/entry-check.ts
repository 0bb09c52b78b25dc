import { refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Refusal } from '../../contract/refusal.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import type { WaitlistEntry, WaitlistState } from '../../domain/work/waitlist-entry.ts';
import type { Reader } from '../ports/store.ts';
import { found } from '../refusals.ts';
import { accept } from '../../kernel/outcome.ts';
import { titleOfEntry } from './wishes.ts';

/** The entry if it stands in one of these states. */
export async function entryIn(
  read: Reader,
  id: string,
  statuses: readonly WaitlistState['status'][],
): Promise<Outcome<WaitlistEntry, Refusal>> {
  const row = await found(read, 'waitlistEntry', id, 'id');
  if (!row.ok || statuses.includes(row.value.state.status)) return row;
  return wrongState(read, row.value);
}

export interface OpenOffer {
  readonly entry: WaitlistEntry;
  readonly held: Appointment;
}

/** The entry with the appointment that is held or, when it ran out unnoticed, still written down for it. */
export async function openOffer(read: Reader, id: string): Promise<Outcome<OpenOffer, Refusal>> {
  const row = await entryIn(read, id, ['offered']);
  if (!row.ok) return row;
  const { state } = row.value;
  const held = state.status === 'offered' ? await read.get('appointment', state.appointmentId) : undefined;
  return held?.state.status === 'held' ? accept({ entry: row.value, held }) : wrongState(read, row.value);
}

async function wrongState(read: Reader, entry: WaitlistEntry): Promise<Outcome<never, Refusal>> {
  return refuse({ kind: 'not-waiting', title: await titleOfEntry(read, entry), status: entry.state.status });
}
