import { update } from '../../domain/ops/op.ts';
import { decide, found, notFound } from '../refusals.ts';
import { checkCapacity } from '../resource-capacity.ts';
import { leavesNothingBehind } from '../resource-use.ts';
import { teamInStep } from '../team-members.ts';
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
  const after = { ...before, ...args };
  const fits = await checkCapacity(tx, scene, before, after);
  if (!fits.ok) return fits;
  const team = await teamInStep(tx, scene, before, after);
  if (!team.ok) return team;
  return decide(args.name, [update('resource', before, after), ...team.value]);
};
