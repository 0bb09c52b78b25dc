import { update } from '../../domain/ops/op.ts';
import { decide, found, notFound } from '../refusals.ts';
import { leavesNothingBehind } from '../resource-use.ts';
import type { UseCase } from '../use-case.ts';

export const updateTechnician: UseCase<'updateTechnician'> = async (tx, args, scene) => {
  const resource = await found(tx, 'resource', args.id, 'id');
  if (!resource.ok) return resource;
  const before = resource.value;
  if (before.kind !== 'technician') return notFound('resource', args.id, 'id');
  const location = await found(tx, 'location', args.locationId, 'locationId');
  if (!location.ok) return location;
  const free = await leavesNothingBehind(tx, scene, before, args);
  if (!free.ok) return free;
  return decide(args.name, [update('resource', before, { ...before, ...args })]);
};
