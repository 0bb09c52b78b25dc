import { overlaps } from '../../kernel/sorted-ranges.ts';
import { insert, update, type Op } from '../../domain/ops/op.ts';
import type { Resource, ResourceId } from '../../domain/resources/resource.ts';
import { minutesBetween } from '../../domain/time/instant.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { busyRange, occupies } from '../../domain/work/status-machine.ts';
import type { WaitlistEntry } from '../../domain/work/waitlist-entry.ts';
import { announce } from '../announce.ts';
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
  const losers = there.filter(
    (one) =>
      one.id !== winner.id &&
      one.state.status === 'requested' &&
      overlaps(busyRange(one, scene.now), busy) &&
      hasNoRoom(one, winner, there, resources, scene),
  );
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

/** True when a resource they share has too few units left for the request. */
function hasNoRoom(
  request: Appointment,
  winner: Appointment,
  there: readonly Appointment[],
  resources: readonly Resource[],
  scene: Scene,
): boolean {
  return request.claims.some(({ resourceId, units }) => {
    if (!winner.claims.some((claim) => claim.resourceId === resourceId)) return false;
    const capacity = resources.find((one) => one.id === resourceId)?.capacity ?? 1;
    const others = there.filter((one) => one.id === winner.id || occupies(one, scene.now));
    return peakUnits(request, resourceId, others, winner, scene) + units > capacity;
  });
}

/** The most units that others have at one moment of the request's time; the winner counts wherever it stood before. */
function peakUnits(
  request: Appointment,
  resourceId: ResourceId,
  others: readonly Appointment[],
  winner: Appointment,
  scene: Scene,
): number {
  const span = busyRange(request, scene.now);
  const uses = others
    .map((one) => (one.id === winner.id ? winner : one))
    .flatMap((one) => {
      const units = one.claims.find((claim) => claim.resourceId === resourceId)?.units ?? 0;
      const busy = busyRange(one, scene.now);
      return units > 0 && overlaps(busy, span) ? [{ ...busy, units }] : [];
    });
  const moments = [span.from, ...uses.map((use) => use.from).filter((from) => from > span.from)];
  return Math.max(
    ...moments.map((moment) =>
      uses.reduce((sum, use) => (use.from <= moment && use.to > moment ? sum + use.units : sum), 0),
    ),
  );
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
