import { update } from '../../domain/ops/op.ts';
import { decide, found, invalid } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

/** What is booked on those days stays and shows as blocked. First day and name together are the closure's identity. */
export const addClosure: UseCase<'addClosure'> = async (tx, args) => {
  const place = await found(tx, 'location', args.locationId, 'locationId');
  if (!place.ok) return place;
  const location = place.value;
  const { from, to, name } = args;
  if (location.closures.some((closure) => closure.from === from && closure.name === name))
    return invalid('from', 'must not be the first day of a closure of the same name');
  const closures = [...location.closures, { from, to, name }].toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return decide(name, [update('location', location, { ...location, closures })]);
};
