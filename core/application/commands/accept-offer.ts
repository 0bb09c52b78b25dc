import { accept } from '../../kernel/outcome.ts';
import { confirmOrAsk } from '../approvals.ts';
import type { UseCase } from '../use-case.ts';
import { openOffer } from '../waiting/entry-check.ts';
import { taken } from '../waiting/offers.ts';

/** An offer that has run out is taken again where its slot is still free. One that has to be approved is taken, too. */
export const acceptOffer: UseCase<'acceptOffer'> = async (tx, args, scene) => {
  const offer = await openOffer(tx, args.id);
  if (!offer.ok) return offer;
  const { entry, held } = offer.value;
  const confirmed = await confirmOrAsk(tx, scene, held, null);
  if (!confirmed.ok || confirmed.value.ops.some((op) => op.entity === 'waitlistEntry' && op.id === entry.id))
    return confirmed;
  const op = taken(entry, held, scene);
  return accept({ ...confirmed.value, ops: op === null ? confirmed.value.ops : [...confirmed.value.ops, op] });
};
