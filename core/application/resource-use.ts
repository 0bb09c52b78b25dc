import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { LocationId } from '../domain/organization/location.ts';
import type { Resource } from '../domain/resources/resource.ts';
import { LATEST, range } from '../domain/time/instant.ts';
import { occupies } from '../domain/work/status-machine.ts';
import type { Reader } from './ports/store.ts';
import { nextOccurrence } from './series/next-occurrence.ts';
import { seriesClaiming } from './series/virtual-claims.ts';
import type { Scene } from './use-case.ts';

/** What still has appointments before it, or is claimed by a series that goes on, cannot leave the board or the location. */
export async function leavesNothingBehind(
  read: Reader,
  scene: Scene,
  before: Resource,
  after: { readonly active: boolean; readonly locationId: LocationId },
): Promise<Outcome<null, Refusal>> {
  const leaves = (before.active && !after.active) || before.locationId !== after.locationId;
  if (!leaves) return accept(null);
  const booked = await read.occupying([before.id], range(scene.now, LATEST));
  const claimed = await seriesClaiming(read, new Set([before.id]));
  const going = claimed.filter((series) => nextOccurrence(scene, series) !== undefined).length;
  const by = booked.filter((appointment) => occupies(appointment, scene.now)).length + going;
  return by === 0 ? accept(null) : refuse({ kind: 'in-use', entity: 'resource', name: before.name, by });
}
