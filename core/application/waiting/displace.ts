import { busyListOf, type BusyList } from '../../domain/board/busy-list.ts';
import { leastFree } from '../../domain/board/other-lane.ts';
import type { Occupied } from '../../domain/board/placement-context.ts';
import { insert, update, type Op } from '../../domain/ops/op.ts';
import type { Resource, ResourceId } from '../../domain/resources/resource.ts';
import { minutesBetween, type InstantRange } from '../../domain/time/instant.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { busyRange } from '../../domain/work/status-machine.ts';
import type { WaitlistEntry } from '../../domain/work/waitlist-entry.ts';
import { announce } from '../announce.ts';
import { loadBusy } from '../busy-claims.ts';
import { derivedId } from '../derived-id.ts';
import type { DomainEvent } from '../ports/log-entry.ts';
import type { Reader } from '../ports/store.ts';
import type { Scene } from '../use-case.ts';

export interface Displaced {
  readonly ops: readonly Op[];
  readonly domainEvents: readonly DomainEvent[];
}

/**
 * Other requests that cannot have their slot any more because `winner` has just been confirmed there: each is cancelled as
 * displaced and waits instead. The id of its entry follows from its own, which is displaced once at most.
 */
export async function displaceOthers(
  read: Reader,
  scene: Scene,
  winner: Appointment,
  resources: readonly Resource[],
): Promise<Displaced> {
  const busy = busyRange(winner, scene.now);
  const there = await read.appointmentsAt(winner.locationId, busy);
  const rivals = there.filter((one) => one.id !== winner.id && one.state.status === 'requested');
  const left = rivals.length === 0 ? [] : await leftBeside(read, scene, winner, resources);
  const losers = rivals.filter((one) => !hasRoom(one, busy, left, scene));
  const ops: (Op | null)[] = [];
  const domainEvents: DomainEvent[] = [];
  for (const loser of losers) {
    const by = scene.actor.name;
    const state = { status: 'cancelled', at: scene.now, by, reason: '', cause: 'displaced' } as const;
    const after: Appointment = { ...loser, state };
    const windows = loser.workOrderId === null ? [] : ((await read.get('workOrder', loser.workOrderId))?.windows ?? []);
    ops.push(update('appointment', loser, after), insert('waitlistEntry', entryOf(loser, windows, scene)));
    domainEvents.push(announce('appointment.cancelled', after));
  }
  return { ops: ops.filter((op) => op !== null), domainEvents };
}

/** A resource of the winner, with all that is in use of it, the winner's own units among them. */
interface Left {
  readonly resourceId: ResourceId;
  readonly capacity: number;
  readonly inUse: BusyList<Occupied>;
}

async function leftBeside(
  read: Reader,
  scene: Scene,
  winner: Appointment,
  resources: readonly Resource[],
): Promise<readonly Left[]> {
  const location = await read.get('location', winner.locationId);
  if (location === undefined) return [];
  const span = busyRange(winner, scene.now);
  const ids = winner.claims.map((claim) => claim.resourceId);
  const busy = await loadBusy(read, scene, location, ids, span);
  return winner.claims.map(({ resourceId, units }) => {
    const others = (busy.get(resourceId) ?? []).filter((one) => one.appointmentId !== winner.id);
    const own: Occupied = { ...span, title: winner.title, appointmentId: winner.id, units };
    const capacity = resources.find((one) => one.id === resourceId)?.capacity ?? 1;
    return { resourceId, capacity, inUse: busyListOf([...others, own]) };
  });
}

/** True while at each moment of the winner's time, and only then does it matter, enough units are left for the request. */
function hasRoom(request: Appointment, winner: InstantRange, left: readonly Left[], scene: Scene): boolean {
  const own = busyRange(request, scene.now);
  const from = Math.max(own.from, winner.from);
  const to = Math.min(own.to, winner.to);
  if (from >= to) return true;
  return request.claims.every(({ resourceId, units }) => {
    const shared = left.find((one) => one.resourceId === resourceId);
    return shared === undefined || leastFree(shared.inUse, shared.capacity, from, to) >= units;
  });
}

function entryOf(loser: Appointment, windows: WaitlistEntry['windows'], scene: Scene): WaitlistEntry {
  const { organizationId, locationId, customerId, workOrderId, priority } = loser;
  return {
    id: derivedId(scene, 'waitlist-entry', loser.id),
    organizationId,
    locationId,
    customerId,
    workOrderId,
    serviceTypeId: loser.serviceTypeId,
    duration: minutesBetween(loser.start, loser.end),
    priority,
    windows,
    preferredTechnicians: [],
    note: '',
    since: scene.now,
    displaced: loser.id,
    offers: [],
    state: { status: 'waiting' },
  };
}
