import { refuse, type Outcome } from '../../kernel/outcome.ts';
import { accept } from '../../kernel/outcome.ts';
import type { ParsedArgs } from '../../contract/client.ts';
import type { Refusal } from '../../contract/refusal.ts';
import type { LogEntry } from '../ports/log-entry.ts';
import type { Reader } from '../ports/store.ts';
import { decide } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';
import { checkExposed } from '../waiting/exposed.ts';
import { bookHeld } from '../waiting/held-booking.ts';
import { bookingOfHold, holdId } from '../waiting/hold-args.ts';
import { asRequester, requesterOf } from '../waiting/requester.ts';

/** Who holds and under which key stands in the appointment's source. */
export const holdSlot: UseCase<'holdSlot'> = async (tx, args, scene) => {
  const requester = requesterOf(scene, args.requester);
  if (!requester.ok) return requester;
  const id = holdId(scene, requester.value, args.key);
  const standing = await tx.get('appointment', id);
  if (standing !== undefined) {
    const first = await firstHold(tx, id, args);
    return first.ok ? decide(standing.title, [], { sameAs: first.value }) : first;
  }
  const exposed = await checkExposed(tx, scene, requester.value, args);
  if (!exposed.ok) return exposed;
  const booking = await bookingOfHold(tx, scene, args, id);
  if (!booking.ok) return booking;
  return bookHeld(tx, asRequester(scene), booking.value, { source: { source: requester.value, id: args.key } });
};

/** The entry that made the hold; a key that was used for something else is refused. */
async function firstHold(read: Reader, id: string, args: ParsedArgs<'holdSlot'>): Promise<Outcome<LogEntry, Refusal>> {
  const entries = await read.logAfter('appointment', id, 0);
  const first = entries.findLast((entry) => entry.name === 'holdSlot');
  return first !== undefined && JSON.stringify(first.args) === JSON.stringify(args)
    ? accept(first)
    : refuse({ kind: 'same-id-other-command', id: args.key });
}
