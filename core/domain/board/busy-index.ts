import type { PartId } from '../parts/part.ts';
import type { ResourceId } from '../resources/resource.ts';
import type { AppointmentId } from '../work/appointment.ts';
import { costsOf, type Costs } from './costs.ts';
import { bayLaneOf, technicianLaneOf, type BayLane, type Lane, type TechnicianLane } from './lanes.ts';
import { otherLaneOf, type OtherLane } from './other-lane.ts';
import { partSupplyOf, type PartSupply } from './part-supply.ts';
import type { BusyClaim, PartFacts, PlacementContext } from './placement-context.ts';
import { stretchesOf, type Stretches } from './stretches.ts';
import { travelMinutes, type TravelTime } from './travel.ts';

/**
 * A placement context made ready for look-ups: typed arrays, binary search, sums. Made once per context and kept local;
 * only the context itself crosses a wire.
 */
export interface BusyIndex {
  readonly context: PlacementContext;
  /** This appointment's own claims and parts are left out. */
  readonly ignored: AppointmentId | null;
  readonly travel: TravelTime;
  /** What the location weighs how much. */
  readonly costs: Costs;
  /** In the context's order. */
  readonly technicians: readonly TechnicianLane[];
  readonly bays: readonly BayLane[];
  readonly others: readonly OtherLane[];
  readonly lanes: ReadonlyMap<ResourceId, Lane>;
  /** The teams of each member. */
  readonly teamsOf: ReadonlyMap<ResourceId, readonly OtherLane[]>;
  readonly parts: ReadonlyMap<PartId, PartSupply>;
  readonly open: Stretches;
}

/** `travel` replaces the context's travel formula: an imported matrix. */
export function busyIndexOf(context: PlacementContext, travel?: TravelTime): BusyIndex {
  return assemble({
    context,
    ignored: null,
    travel: travel ?? ((from, to) => travelMinutes(context.travel, from, to)),
    costs: costsOf(context.policy.planning),
    technicians: context.technicians.map((facts) => technicianLaneOf(facts, null)),
    bays: context.bays.map((facts) => bayLaneOf(facts, null)),
    others: context.others.map((facts) => otherLaneOf(facts, null)),
    parts: new Map(context.parts.map((facts) => [facts.partId, partSupplyOf(facts, null)])),
    open: stretchesOf(context.open),
  });
}

function assemble(index: Omit<BusyIndex, 'lanes' | 'teamsOf'>): BusyIndex {
  const lanes = new Map<ResourceId, Lane>();
  for (const lane of index.technicians) lanes.set(lane.facts.id, lane);
  for (const lane of index.bays) lanes.set(lane.facts.id, lane);
  const teamsOf = new Map<ResourceId, OtherLane[]>();
  for (const lane of index.others) {
    lanes.set(lane.facts.id, lane);
    for (const { id } of lane.facts.members) teamsOf.set(id, [...(teamsOf.get(id) ?? []), lane]);
  }
  return { ...index, lanes, teamsOf };
}

/** The same index with these lanes in place of its own. */
export function withLanes(index: BusyIndex, lanes: Pick<BusyIndex, 'technicians' | 'bays' | 'others'>): BusyIndex {
  return assemble({ ...index, ...lanes });
}

/** The same index with these parts instead of its own; the lanes are shared. */
export function withParts(index: BusyIndex, parts: readonly PartFacts[]): BusyIndex {
  return {
    ...index,
    context: { ...index.context, parts },
    parts: new Map(parts.map((facts) => [facts.partId, partSupplyOf(facts, index.ignored)])),
  };
}

/** The same index without one appointment; lanes it does not touch are shared. Asking again for the same one is free. */
export function ignoring(index: BusyIndex, appointmentId: AppointmentId | null): BusyIndex {
  if (index.ignored === appointmentId) return index;
  const { context } = index;
  const isDifferent = (one: { readonly appointmentId: AppointmentId }): boolean =>
    one.appointmentId === appointmentId || one.appointmentId === index.ignored;
  const changed = (claims: readonly BusyClaim[]): boolean => claims.some(isDifferent);
  const parts = new Map(index.parts);
  for (const facts of context.parts) {
    if (facts.taken.some(isDifferent)) parts.set(facts.partId, partSupplyOf(facts, appointmentId));
  }
  return assemble({
    ...index,
    ignored: appointmentId,
    technicians: index.technicians.map((lane) =>
      changed(lane.facts.busy) ? technicianLaneOf(lane.facts, appointmentId) : lane,
    ),
    bays: index.bays.map((lane) => (changed(lane.facts.busy) ? bayLaneOf(lane.facts, appointmentId) : lane)),
    others: index.others.map((lane) => {
      const { busy, members } = lane.facts;
      const isTouched = changed(busy) || members.some((member) => changed(member.busy));
      return isTouched ? otherLaneOf(lane.facts, appointmentId) : lane;
    }),
    parts,
  });
}

export function technicianLane(index: BusyIndex, id: ResourceId): TechnicianLane | undefined {
  const lane = index.lanes.get(id);
  return lane?.kind === 'technician' ? lane : undefined;
}

export function bayLane(index: BusyIndex, id: ResourceId): BayLane | undefined {
  const lane = index.lanes.get(id);
  return lane?.kind === 'bay' ? lane : undefined;
}
