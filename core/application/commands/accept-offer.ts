import type { UseCase } from '../use-case.ts';
import { confirm } from '../waiting/confirm.ts';
import { openOffer } from '../waiting/entry-check.ts';

/** An offer that has run out is taken again where its slot is still free. */
export const acceptOffer: UseCase<'acceptOffer'> = async (tx, args, scene) => {
  const offer = await openOffer(tx, args.id);
  return offer.ok ? confirm(tx, scene, offer.value.held, null) : offer;
};
