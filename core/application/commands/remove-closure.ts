import { update } from '../../domain/ops/op.ts';
import { decide, found, invalid } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

export const removeClosure: UseCase<'removeClosure'> = async (tx, args) => {
  const place = await found(tx, 'location', args.locationId, 'locationId');
  if (!place.ok) return place;
  const location = place.value;
  const closures = location.closures.filter((closure) => closure.from !== args.from || closure.name !== args.name);
  if (closures.length === location.closures.length)
    return invalid('from', 'must be the first day of a closure of that name');
  return decide(args.name, [update('location', location, { ...location, closures })]);
};
