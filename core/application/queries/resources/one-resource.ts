import { accept, type Outcome } from '../../../kernel/outcome.ts';
import type { Refusal } from '../../../contract/refusal.ts';
import type { ResourceHead } from '../../../contract/views/resource-view.ts';
import { busyIndexOf, type BusyIndex } from '../../../domain/board/busy-index.ts';
import type { Lane } from '../../../domain/board/lanes.ts';
import type { Resource, ResourceId } from '../../../domain/resources/resource.ts';
import type { InstantRange } from '../../../domain/time/instant.ts';
import { loadFactsFor, theOrganization } from '../../placement-context.ts';
import type { Reader } from '../../ports/store.ts';
import { notFound } from '../../refusals.ts';
import type { Scene } from '../../use-case.ts';

export interface OneResource {
  readonly resource: Resource;
  readonly head: ResourceHead;
  readonly lane: Lane;
  readonly index: BusyIndex;
}

/** One resource with all that the rules would look at, over the days that the stretch touches. */
export async function loadOne(
  read: Reader,
  scene: Scene,
  resourceId: ResourceId,
  range: InstantRange,
): Promise<Outcome<OneResource, Refusal>> {
  const resource = await read.get('resource', resourceId);
  const location = resource === undefined ? undefined : await read.get('location', resource.locationId);
  if (resource === undefined || location === undefined) return notFound('resource', resourceId, 'resourceId');
  const organization = await theOrganization(read);
  const resources = [resource];
  const index = busyIndexOf(await loadFactsFor(read, scene, { location, organization, resources, partIds: [], range }));
  const lane = index.lanes.get(resource.id);
  if (lane === undefined) throw new Error(`The facts lack the resource ${resource.id} they were loaded for`);
  const { id, kind, name, capacity } = resource;
  return accept({ resource, head: { id, kind, name, capacity, zone: location.zone }, lane, index });
}
