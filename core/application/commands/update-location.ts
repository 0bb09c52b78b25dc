import { update } from '../../domain/ops/op.ts';
import { decide, found, invalid } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

export const updateLocation: UseCase<'updateLocation'> = async (tx, args, scene) => {
  const zone = scene.surroundings.zones.canonical(args.zone);
  if (zone === undefined) return invalid('zone', 'must be a time zone that exists, like Europe/Oslo');
  const location = await found(tx, 'location', args.id, 'id');
  if (!location.ok) return location;
  const before = location.value;
  const { exposes = before.exposes, policy = before.policy } = args;
  return decide(args.name, [update('location', before, { ...before, ...args, zone, exposes, policy })]);
};
