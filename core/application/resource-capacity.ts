import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Refusal } from '../contract/refusal.ts';
import { leastFree, unitsInUse } from '../domain/board/other-lane.ts';
import type { Resource, ResourceId } from '../domain/resources/resource.ts';
import { LATEST, range } from '../domain/time/instant.ts';
import { loadBusy } from './busy-claims.ts';
import type { Reader } from './ports/store.ts';
import type { Scene } from './use-case.ts';

/**
 * What is promised from now on still fits when the resource has fewer units or other people. `after` is the row as it
 * would be; `members` are its active ones.
 */
export async function checkCapacity(
  read: Reader,
  scene: Scene,
  before: Resource,
  after: Resource,
  members: readonly Resource[] = [],
): Promise<Outcome<null, Refusal>> {
  if (after.capacity >= before.capacity && sameMembers(before, after)) return accept(null);
  const location = await read.get('location', before.locationId);
  if (location === undefined) return accept(null);
  const ids: readonly ResourceId[] = [before.id, ...members.map((member) => member.id)];
  const busy = await loadBusy(read, scene, location, ids, range(scene.now, LATEST));
  const own = busy.get(before.id) ?? [];
  const others = members.map(({ id, name }) => ({ id, name, busy: busy.get(id) ?? [], absences: [] }));
  const inUse = unitsInUse({ busy: own, members: others }, null, []);
  const crowded = own.filter((claim) => leastFree(inUse, after.capacity, claim.from, claim.to) < 0);
  const by = new Set(crowded.map((claim) => claim.appointmentId)).size;
  return by === 0 ? accept(null) : refuse({ kind: 'in-use', entity: 'resource', name: before.name, by });
}

function sameMembers(before: Resource, after: Resource): boolean {
  if (before.kind !== 'team' || after.kind !== 'team') return true;
  return after.members.every((id) => before.members.includes(id));
}
