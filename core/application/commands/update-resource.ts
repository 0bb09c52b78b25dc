import { accept, type Outcome } from '../../kernel/outcome.ts';
import type { ParsedArgs } from '../../contract/client.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { update } from '../../domain/ops/op.ts';
import type { Resource } from '../../domain/resources/resource.ts';
import type { Reader } from '../ports/store.ts';
import { decide, found, invalid, notFound } from '../refusals.ts';
import { checkCapacity } from '../resource-capacity.ts';
import { leavesNothingBehind } from '../resource-use.ts';
import { checkMembers } from '../team-members.ts';
import type { UseCase } from '../use-case.ts';

export const updateResource: UseCase<'updateResource'> = async (tx, args, scene) => {
  const resource = await found(tx, 'resource', args.id, 'id');
  if (!resource.ok) return resource;
  const before = resource.value;
  if (before.kind === 'technician' || before.kind === 'bay') return notFound('resource', args.id, 'id');
  if (before.kind !== args.kind) return invalid('kind', `must stay ${before.kind}`);
  const location = await found(tx, 'location', args.locationId, 'locationId');
  if (!location.ok) return location;
  const free = await leavesNothingBehind(tx, scene, before, args);
  if (!free.ok) return free;
  const members = await membersOf(tx, args);
  if (!members.ok) return members;
  const capacity = args.kind === 'team' ? members.value.length : args.capacity;
  const { organizationId } = before;
  const after: Resource = { ...args, capacity, organizationId };
  const fits = await checkCapacity(tx, scene, before, after, members.value);
  if (!fits.ok) return fits;
  return decide(args.name, [update('resource', before, after)]);
};

async function membersOf(
  read: Reader,
  args: ParsedArgs<'updateResource'>,
): Promise<Outcome<readonly Resource[], Refusal>> {
  return args.kind === 'team' ? checkMembers(read, args) : accept([]);
}
