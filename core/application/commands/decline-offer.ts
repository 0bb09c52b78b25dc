import { decide } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';
import { openOffer } from '../waiting/entry-check.ts';
import { endOffer } from '../waiting/offers.ts';

export const declineOffer: UseCase<'declineOffer'> = async (tx, args, scene) => {
  const offer = await openOffer(tx, args.id);
  if (!offer.ok) return offer;
  const { entry, held } = offer.value;
  return decide(held.title, await endOffer(tx, scene, entry, held, 'declined'));
};
