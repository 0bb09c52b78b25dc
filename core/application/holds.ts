import { overlaps } from '../kernel/sorted-ranges.ts';
import { update, type Op } from '../domain/ops/op.ts';
import type { ResourceId } from '../domain/resources/resource.ts';
import type { InstantRange } from '../domain/time/instant.ts';
import type { Appointment } from '../domain/work/appointment.ts';
import { busyRange, occupies } from '../domain/work/status-machine.ts';
import type { Reader } from './ports/store.ts';
import { release } from './release-parts.ts';
import type { Scene } from './use-case.ts';
import { endOffer, offeredEntry } from './waiting/offers.ts';

/** A hold that ends: only requested again, its parts given back. What was held for the waitlist is cancelled instead. */
export async function letHoldGo(read: Reader, scene: Scene, held: Appointment): Promise<readonly Op[]> {
  const entry = await offeredEntry(read, held);
  if (entry !== undefined)
    return endOffer(read, scene, entry, held, occupies(held, scene.now) ? 'declined' : 'expired');
  const after: Appointment = { ...held, state: { status: 'requested', approval: 'none' } };
  const change = update('appointment', held, after);
  return change === null ? [] : [change, ...(await release(read, held))];
}

/**
 * Holds that have run out but are still written down, where an appointment is about to go. The rules do not see them any
 * more; the store's own belt does, so they are let go in the same transaction.
 */
export async function releaseExpired(
  read: Reader,
  scene: Scene,
  resourceIds: readonly ResourceId[],
  busy: InstantRange,
  except: string | null,
): Promise<readonly Op[]> {
  const there = await read.occupying(resourceIds, busy);
  const ops: Op[] = [];
  for (const appointment of there) {
    const expired = appointment.state.status === 'held' && !occupies(appointment, scene.now);
    if (!expired || appointment.id === except || !overlaps(busyRange(appointment, scene.now), busy)) continue;
    ops.push(...(await letHoldGo(read, scene, appointment)));
  }
  return ops;
}
