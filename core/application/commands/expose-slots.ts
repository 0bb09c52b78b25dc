import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { ParsedArgs } from '../../contract/client.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { insert, update } from '../../domain/ops/op.ts';
import type { Location } from '../../domain/organization/location.ts';
import { chooseExposed, LEAST_SHOWN, SHOWN } from '../../domain/policy/exposure.ts';
import { addMinutes, instant, MINUTE, range } from '../../domain/time/instant.ts';
import type { ExposedSlot, Exposure } from '../../domain/work/exposure.ts';
import type { ServiceType } from '../../domain/work/service-type.ts';
import { theOrganization } from '../placement-context.ts';
import type { Reader } from '../ports/store.ts';
import { decide, found, invalid } from '../refusals.ts';
import type { Decision, Scene, UseCase } from '../use-case.ts';
import type { Lately, Remembered, SlotPool } from '../waiting/exposure-memory.ts';
import { requesterOf } from '../waiting/requester.ts';
import { stillFree } from '../waiting/shown.ts';
import { hoursAt, isFree, slotPool } from '../waiting/slot-pool.ts';

type Args = ParsedArgs<'exposeSlots'>;

/** Exposures of so many days count for fairness. */
const FAIR_DAYS = 7;
const DAY = 24 * 60 * MINUTE;

/**
 * While an exposure stands, the same question is answered by it, whatever days are asked for: slots are not fished for. It
 * is filled up only when others have taken so much of it that too little is left.
 */
export const exposeSlots: UseCase<'exposeSlots'> = async (tx, args, scene) => {
  const requester = requesterOf(scene, args.requester);
  if (!requester.ok) return requester;
  const asked = await askedFor(tx, args);
  if (!asked.ok) return asked;
  const { location, serviceType } = asked.value;
  const memory = await scene.exposures.at(tx, scene.actor.organizationId);
  const lately = await exposedLately(tx, scene, memory, location);
  const standing = standingOf(lately, scene, requester.value, args);
  const kept = standing === undefined ? [] : await keptOf(tx, scene, standing);
  const of = args.resourceId === null ? 'location' : 'person';
  if (standing !== undefined && kept.length >= LEAST_SHOWN[of]) return again(tx, standing, serviceType);
  const pool = await slotPool(tx, scene, memory, { ...args, location, serviceType });
  const slots = chooseExposed(openTo(pool, args), lately, {
    requester: requester.value,
    kept,
    count: SHOWN[of],
    isFree: (slot) => isFree(pool, slot),
  });
  if (slots.length === 0) return refuse({ kind: 'no-free-slot', ...pool.index.context.range });
  if (standing === undefined)
    return record(tx, scene, args, { requester: requester.value, slots, location, serviceType });
  if (slots.length === kept.length) return again(tx, standing, serviceType);
  return decide(serviceType.name, [update('exposure', standing, { ...standing, slots })]);
};

async function askedFor(
  read: Reader,
  args: Args,
): Promise<Outcome<{ readonly location: Location; readonly serviceType: ServiceType }, Refusal>> {
  const location = await found(read, 'location', args.locationId, 'locationId');
  if (!location.ok) return location;
  const serviceType = await found(read, 'serviceType', args.serviceTypeId, 'serviceTypeId');
  if (!serviceType.ok) return serviceType;
  if (args.resourceId !== null) {
    const person = await found(read, 'resource', args.resourceId, 'resourceId');
    if (!person.ok) return person;
    const { kind, active, locationId } = person.value;
    if (kind !== 'technician' || !active || locationId !== args.locationId)
      return invalid('resourceId', 'must be an active technician of the location');
  }
  return accept({ location: location.value, serviceType: serviceType.value });
}

function openTo(pool: SlotPool, { resourceId }: Args): SlotPool['open'] {
  return resourceId === null ? pool.open : pool.open.filter((one) => one.technicianId === resourceId);
}

function standingOf(
  lately: Lately,
  scene: Scene,
  requester: string,
  { serviceTypeId, resourceId }: Args,
): Exposure | undefined {
  return lately.newest
    .get(requester)
    ?.findLast(
      (one) =>
        one.at <= scene.now &&
        one.until > scene.now &&
        one.serviceTypeId === serviceTypeId &&
        one.resourceId === resourceId,
    );
}

/** What of it is still to be had, whichever days are asked for now. */
async function keptOf(read: Reader, scene: Scene, standing: Exposure): Promise<readonly ExposedSlot[]> {
  const free = await stillFree(read, scene, standing);
  return standing.slots.filter(({ start, technicianId }) =>
    free.some((slot) => slot.start === start && slot.technician.id === technicianId),
  );
}

/** Answers with the receipt of the command that chose what stands. */
async function again(read: Reader, standing: Exposure, serviceType: ServiceType): Promise<Outcome<Decision, Refusal>> {
  const chosen = (await read.logAfter('exposure', standing.id, 0)).at(-1);
  return decide(serviceType.name, [], chosen === undefined ? {} : { sameAs: chosen });
}

function exposedLately(read: Reader, scene: Scene, memory: Remembered, location: Location) {
  const since = instant((Math.floor(scene.now / DAY) - FAIR_DAYS + 1) * DAY);
  const within = range(since, instant(scene.now + 1));
  return memory.counts({ locationId: location.id, since, hourAt: hoursAt(scene, location) }, async () =>
    (await read.find('exposure', { locationId: location.id, range: within })).filter((one) => one.at >= since),
  );
}

async function record(
  read: Reader,
  scene: Scene,
  { id, resourceId }: Args,
  made: Pick<Exposure, 'requester' | 'slots'> & { readonly location: Location; readonly serviceType: ServiceType },
): Promise<Outcome<Decision, Refusal>> {
  const { location, serviceType, requester, slots } = made;
  const { policy } = await theOrganization(read);
  const exposure: Exposure = {
    id,
    organizationId: location.organizationId,
    locationId: location.id,
    requester,
    serviceTypeId: serviceType.id,
    resourceId,
    at: scene.now,
    until: addMinutes(scene.now, policy.exposureMinutes),
    slots,
  };
  return decide(serviceType.name, [insert('exposure', exposure)]);
}
