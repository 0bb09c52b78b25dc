import { update } from '../../domain/ops/op.ts';
import { decide } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';
import { entryIn } from '../waiting/entry-check.ts';
import { endOffer } from '../waiting/offers.ts';
import { titleOfEntry } from '../waiting/wishes.ts';

export const withdrawWaitlistEntry: UseCase<'withdrawWaitlistEntry'> = async (tx, args, scene) => {
  const row = await entryIn(tx, args.id, ['waiting', 'offered']);
  if (!row.ok) return row;
  const entry = row.value;
  const offers = entry.offers.map((offer) =>
    offer.answer === 'open' ? { ...offer, answer: 'declined' as const } : offer,
  );
  const state = { status: 'withdrawn', at: scene.now, reason: args.reason } as const;
  const held = entry.state.status === 'offered' ? await tx.get('appointment', entry.state.appointmentId) : undefined;
  const freed = held?.state.status === 'held' ? await endOffer(tx, scene, entry, held, 'declined') : [];
  return decide(await titleOfEntry(tx, entry), [
    // Its own row changes once: to withdrawn.
    ...freed.filter((op) => op.entity !== 'waitlistEntry'),
    update('waitlistEntry', entry, { ...entry, offers, state }),
  ]);
};
