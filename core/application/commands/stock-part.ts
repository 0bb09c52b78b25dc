import { refuse } from '../../kernel/outcome.ts';
import { insert } from '../../domain/ops/op.ts';
import { decide, found, isNew } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

/** A part has one stock at a location. */
export const stockPart: UseCase<'stockPart'> = async (tx, args) => {
  const part = await found(tx, 'part', args.partId, 'partId');
  if (!part.ok) return part;
  const location = await found(tx, 'location', args.locationId, 'locationId');
  if (!location.ok) return location;
  const fresh = await isNew(tx, 'stock', args.id);
  if (!fresh.ok) return fresh;
  const [existing] = await tx.stocksAt(args.locationId, [args.partId]);
  if (existing !== undefined) return refuse({ kind: 'already-exists', entity: 'stock', id: existing.id });
  const { organizationId } = part.value;
  return decide(part.value.name, [insert('stock', { ...args, organizationId, arrivals: [] })]);
};
