import { accept, type Outcome } from '../../kernel/outcome.ts';
import type { ParsedArgs } from '../../contract/client.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { insert } from '../../domain/ops/op.ts';
import { checkMembers } from '../team-members.ts';
import type { Reader } from '../ports/store.ts';
import { decide, found, isNew } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

export const addResource: UseCase<'addResource'> = async (tx, args) => {
  const location = await found(tx, 'location', args.locationId, 'locationId');
  if (!location.ok) return location;
  const fresh = await isNew(tx, 'resource', args.id);
  if (!fresh.ok) return fresh;
  const capacity = await capacityOf(tx, args);
  if (!capacity.ok) return capacity;
  const { organizationId } = location.value;
  return decide(args.name, [insert('resource', { ...args, capacity: capacity.value, organizationId })]);
};

async function capacityOf(read: Reader, args: ParsedArgs<'addResource'>): Promise<Outcome<number, Refusal>> {
  if (args.kind !== 'team') return accept(args.capacity);
  const members = await checkMembers(read, args);
  return members.ok ? accept(members.value.length) : members;
}
