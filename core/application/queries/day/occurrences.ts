import type { OccurrenceStretch } from '../../../contract/views/board-view.ts';
import type { Resource, ResourceId } from '../../../domain/resources/resource.ts';
import type { InstantRange } from '../../../domain/time/instant.ts';
import type { Reader } from '../../ports/store.ts';
import { virtualClaimsOn } from '../../series/virtual-claims.ts';
import type { Scene } from '../../use-case.ts';

/** Occurrences that take the resources without being appointments yet, each without its buffers, by start. */
export async function occurrencesOn(
  read: Reader,
  scene: Scene,
  resources: readonly Resource[],
  range: InstantRange,
): Promise<ReadonlyMap<ResourceId, readonly OccurrenceStretch[]>> {
  const ids = new Set(resources.map((resource) => resource.id));
  const claims = await virtualClaimsOn(read, scene, ids, range);
  const byResource = new Map<ResourceId, OccurrenceStretch[]>();
  for (const { resourceId, seriesId, claim } of claims) {
    const stretch = { from: claim.start, to: claim.end, seriesId, name: claim.title };
    byResource.set(resourceId, [...(byResource.get(resourceId) ?? []), stretch]);
  }
  return byResource;
}
