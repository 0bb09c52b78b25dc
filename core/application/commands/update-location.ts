import { update } from '../../domain/ops/op.ts';
import { decide, found, invalid } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

export const updateLocation: UseCase<'updateLocation'> = async (tx, args, scene) => {
  const zone = scene.surroundings.zones.canonical(args.zone);
  if (zone === undefined) return invalid('zone', 'must be a time zone that exists, like Europe/Oslo');
  const location = await found(tx, 'location', args.id, 'id');
  if (!location.ok) return location;
  const exposes = args.exposes ?? location.value.exposes;
  return decide(args.name, [update('location', location.value, { ...location.value, ...args, zone, exposes })]);
};
