import { update, type Op } from '../../domain/ops/op.ts';
import type { Appointment, CancelCause } from '../../domain/work/appointment.ts';
import type { WaitlistEntry, WaitlistOffer } from '../../domain/work/waitlist-entry.ts';
import type { Reader } from '../ports/store.ts';
import { release } from '../release-parts.ts';
import type { Scene } from '../use-case.ts';

/** The entry that the appointment is held for; undefined when it is nobody's offer. */
export async function offeredEntry(
  read: Reader,
  appointment: Pick<Appointment, 'id' | 'locationId'>,
): Promise<WaitlistEntry | undefined> {
  const offered = await read.find('waitlistEntry', { locationId: appointment.locationId, status: ['offered'] });
  return offered.find((one) => one.state.status === 'offered' && one.state.appointmentId === appointment.id);
}

/** The entry with the open offer answered. */
export function answered(
  entry: WaitlistEntry,
  answer: Exclude<WaitlistOffer['answer'], 'open'>,
): WaitlistEntry['offers'] {
  return entry.offers.map((offer) => (offer.answer === 'open' ? { ...offer, answer } : offer));
}

/** The customer has the slot. */
export function taken(entry: WaitlistEntry, appointment: Appointment, scene: Scene): Op | null {
  const state = { status: 'booked', appointmentId: appointment.id, at: scene.now } as const;
  return update('waitlistEntry', entry, { ...entry, offers: answered(entry, 'taken'), state });
}

/** The customer goes on waiting; what was offered stays in the history. */
export function notTaken(entry: WaitlistEntry, answer: 'declined' | 'expired'): Op | null {
  return update('waitlistEntry', entry, { ...entry, offers: answered(entry, answer), state: { status: 'waiting' } });
}

/** The offer's hold goes, its parts are given back, and the entry goes on waiting. */
export async function endOffer(
  read: Reader,
  scene: Scene,
  entry: WaitlistEntry,
  held: Appointment,
  answer: 'declined' | 'expired',
): Promise<readonly Op[]> {
  const cause: CancelCause = answer === 'declined' ? 'offer-declined' : 'offer-expired';
  const state = { status: 'cancelled', at: scene.now, by: scene.actor.name, reason: '', cause } as const;
  const ops = [update('appointment', held, { ...held, state }), notTaken(entry, answer)];
  return [...ops.filter((op) => op !== null), ...(await release(read, held))];
}
