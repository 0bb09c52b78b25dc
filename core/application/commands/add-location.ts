import { insert } from '../../domain/ops/op.ts';
import { NO_LOCATION_POLICY } from '../../domain/organization/location-policy.ts';
import { decide, invalid, isNew } from '../refusals.ts';
import { ownerId } from '../owner.ts';
import type { UseCase } from '../use-case.ts';

/** A zone under an older name is kept under its present one. */
export const addLocation: UseCase<'addLocation'> = async (tx, args, scene) => {
  const zone = scene.surroundings.zones.canonical(args.zone);
  if (zone === undefined) return invalid('zone', 'must be a time zone that exists, like Europe/Oslo');
  const organizationId = await ownerId(tx);
  if (!organizationId.ok) return organizationId;
  const fresh = await isNew(tx, 'location', args.id);
  if (!fresh.ok) return fresh;
  return decide(args.name, [
    insert('location', {
      externalIds: [],
      ...args,
      zone,
      exposes: args.exposes ?? 'computed',
      policy: args.policy ?? NO_LOCATION_POLICY,
      organizationId: organizationId.value,
      closures: [],
    }),
  ]);
};
