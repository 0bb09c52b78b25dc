import type { ParsedArgs } from '../../contract/client.ts';
import type { WaitlistEntry } from '../../domain/work/waitlist-entry.ts';
import type { Reader } from '../ports/store.ts';

type Brought = Pick<WaitlistEntry, 'since' | 'displaced' | 'offers' | 'state'>;

/** What a wish has been offered so far. An offer whose hold did not come along, or is over, has run out. */
export async function stillOffered(
  read: Reader,
  imported: NonNullable<ParsedArgs<'addWaitlistEntry'>['imported']>,
): Promise<Brought> {
  const { state, offers } = imported;
  const hold = state.status === 'offered' ? await read.get('appointment', state.appointmentId) : undefined;
  if (state.status === 'waiting' || hold?.state.status === 'held') return imported;
  const over = offers.map((one) => (one.answer === 'open' ? { ...one, answer: 'expired' as const } : one));
  return { ...imported, offers: over, state: { status: 'waiting' } };
}
