import { accept, type Outcome } from '../kernel/outcome.ts';
import type { ParsedArgs } from '../contract/client.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { Reader } from './ports/store.ts';
import { found, invalid } from './refusals.ts';

/** A technician's user names its technician, and no two active users are one technician. */
export async function checkUser(read: Reader, args: ParsedArgs<'addUser'>): Promise<Outcome<null, Refusal>> {
  const { resourceId } = args;
  if (resourceId === null) {
    return args.role === 'technician' ? invalid('resourceId', 'must name the technician this user is') : accept(null);
  }
  const resource = await found(read, 'resource', resourceId, 'resourceId');
  if (!resource.ok) return resource;
  if (resource.value.kind !== 'technician') return invalid('resourceId', 'must be a technician');
  const others = await read.find('user', { subjectId: resourceId, status: ['active'] });
  return args.active && others.some((user) => user.id !== args.id)
    ? invalid('resourceId', 'must not be the technician of another active user')
    : accept(null);
}
