import { busyIndexOf, type BusyIndex } from '../../domain/board/busy-index.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { Location } from '../../domain/organization/location.ts';
import type { OpenSlot, OpenSlots } from '../../domain/policy/exposure.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import { candidateOf } from '../../domain/rules/candidate.ts';
import { judge } from '../../domain/rules/judge.ts';
import { chooseBay } from '../../domain/rules/partner.ts';
import { addMinutes, durationOf, instant, MINUTE, range, type Instant } from '../../domain/time/instant.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import { localDateOf, toLocal } from '../../domain/time/local-time.ts';
import type { ExposedSlot } from '../../domain/work/exposure.ts';
import type { ServiceType } from '../../domain/work/service-type.ts';
import type { SlotInstance } from '../../domain/work/slot-instance.ts';
import type { Claim } from '../../domain/work/appointment.ts';
import { freeSlots } from '../../planning/slots/free-slots.ts';
import { loadWorkSource, needsOfServiceType } from '../needs.ts';
import { loadPlacementContext } from '../placement-context.ts';
import type { Reader } from '../ports/store.ts';
import type { Scene } from '../use-case.ts';
import type { Remembered, SlotPool } from './exposure-memory.ts';

export interface PoolWanted {
  readonly location: Location;
  readonly serviceType: ServiceType;
  readonly from: LocalDate | null;
  readonly days: number;
}

/** Everything that may be shown for the service in those days; kept within one minute of the clock. */
export async function slotPool(
  read: Reader,
  scene: Scene,
  memory: Remembered,
  { location, serviceType, from, days }: PoolWanted,
): Promise<SlotPool> {
  const date = from ?? localDateOf(scene.surroundings.zones, location.zone, scene.now);
  const minute = Math.floor(scene.now / MINUTE);
  const key = [location.id, serviceType.id, date, days, minute].join(' ');
  return memory.pool(key, async () => {
    const source = await loadWorkSource(read, {
      workOrder: null,
      serviceTypeId: serviceType.id,
      locationId: location.id,
    });
    const needs = needsOfServiceType(serviceType, source, null, scene.now);
    const partIds = [...new Set(needs.parts.map((need) => need.partId))];
    const index = busyIndexOf(
      await loadPlacementContext(read, scene, { locationId: location.id, date, days, partIds }),
    );
    const hourAt = hoursAt(scene, location);
    const open =
      location.exposes === 'computed'
        ? freeSlots(index, { needs }, hourAt)
        : publishedSlots(index, needs, await instancesIn(read, index.context, serviceType), hourAt);
    return { index, needs, open };
  });
}

/** The hour of the location's wall clock, each moment asked for once. */
export function hoursAt(scene: Scene, location: Location): (start: Instant) => number {
  const known = new Map<Instant, number>();
  return (start) => {
    const before = known.get(start);
    if (before !== undefined) return before;
    const hour = Math.floor(toLocal(scene.surroundings.zones, location.zone, start).minute / 60);
    known.set(start, hour);
    return hour;
  };
}

async function instancesIn(
  read: Reader,
  { locationId, range }: Pick<SlotInstance, 'locationId' | 'range'>,
  { id, duration }: Pick<ServiceType, 'id' | 'duration'>,
): Promise<readonly SlotInstance[]> {
  const published = await read.find('slotInstance', { locationId, status: ['published'], range });
  return published.filter(
    (one) => (one.serviceTypeId === null || one.serviceTypeId === id) && durationOf(one.range) >= duration,
  );
}

/** Those of the slots that the location has on offer: where it publishes them, what it has withdrawn is not any more. */
export async function onOffer(
  read: Reader,
  { id: locationId, exposes }: Pick<Location, 'id' | 'exposes'>,
  serviceType: Pick<ServiceType, 'id' | 'duration'>,
  slots: readonly ExposedSlot[],
): Promise<readonly ExposedSlot[]> {
  if (exposes === 'computed' || slots.length === 0) return slots;
  const from = Math.min(...slots.map((slot) => slot.start));
  const to = Math.max(...slots.map((slot) => slot.end));
  const within = { locationId, range: range(instant(from), instant(to)) };
  const instances = await instancesIn(read, within, serviceType);
  return slots.filter(({ start, technicianId }) =>
    instances.some((one) => one.resourceId === technicianId && one.range.from === start),
  );
}

function publishedSlots(
  index: BusyIndex,
  needs: PlacementNeeds,
  instances: readonly SlotInstance[],
  hourAt: (start: Instant) => number,
): readonly OpenSlots[] {
  const slots = new Map<ResourceId, OpenSlot[]>(index.technicians.map((lane) => [lane.facts.id, []]));
  for (const { resourceId, range } of instances) {
    if (range.from < index.context.now) continue;
    const start = range.from;
    const end = addMinutes(start, needs.duration);
    slots
      .get(resourceId)
      ?.push({ start, end, bayId: bayFor(index, needs, { start, end, resourceId }), hour: hourAt(start) });
  }
  return [...slots].map(([technicianId, own]) => ({ technicianId, slots: own }));
}

function bayFor(
  index: BusyIndex,
  needs: PlacementNeeds,
  at: { readonly start: Instant; readonly end: Instant; readonly resourceId: ResourceId },
): ResourceId | null {
  if (needs.capabilities === null) return null;
  const claims: readonly Claim[] = [{ resourceId: at.resourceId, role: 'lead', units: 1 }];
  const candidate = candidateOf({ ...at, claims }, needs, index, false);
  return chooseBay(candidate, index, { kept: null, taken: [] })?.facts.id ?? null;
}

/** True while the rulebook has nothing against the slot, cautions included: whoever asks from outside accepts none. */
export function isFree({ index, needs }: Pick<SlotPool, 'index' | 'needs'>, slot: ExposedSlot): boolean {
  return judge({ start: slot.start, end: slot.end, claims: claimsOf(slot) }, needs, index).level === 'clear';
}

function claimsOf({ technicianId, bayId }: ExposedSlot): readonly Claim[] {
  return [
    { resourceId: technicianId, role: 'lead', units: 1 },
    ...(bayId === null ? [] : [{ resourceId: bayId, role: 'bay' as const, units: 1 }]),
  ];
}
