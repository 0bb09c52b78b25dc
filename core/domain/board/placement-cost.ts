import type { Coordinates } from '../organization/location.ts';
import { MINUTE } from '../time/instant.ts';
import type { BusyIndex } from './busy-index.ts';
import { COST, type Costs } from './costs.ts';
import { nextOn, previousOn, type BayLane, type LaneShift, type TechnicianLane } from './lanes.ts';
import type { PlacementNeeds } from './placement.ts';

/** Minutes from asking to the start; nothing for a start before it was asked for. */
export function waitMinutes(needs: PlacementNeeds, start: number): number {
  return Math.max(0, (start - needs.askedAt) / MINUTE);
}

export function lateMinutes(needs: PlacementNeeds, end: number): number {
  return needs.due === null ? 0 : Math.max(0, (end - needs.due) / MINUTE);
}

/** Waiting, lateness and, when a start is wanted, the distance from it. */
export function timeCost(
  needs: PlacementNeeds,
  { start, end, near }: { readonly start: number; readonly end: number; readonly near: number | null },
  costs: Costs,
): number {
  const wait = costs.waitPerMinute[needs.priority] * waitMinutes(needs, start);
  const late = costs.latePerMinute[needs.priority] * lateMinutes(needs, end);
  return wait + late + (near === null ? 0 : (costs.fromWantedPerMinute * Math.abs(start - near)) / MINUTE);
}

export function isPreferred(needs: PlacementNeeds, technician: TechnicianLane): boolean {
  return needs.preferredTechnicians.includes(technician.facts.id);
}

export function preferenceCost(needs: PlacementNeeds, technician: TechnicianLane, costs: Costs): number {
  return needs.preferredTechnicians.length > 0 && !isPreferred(needs, technician) ? costs.notPreferred : 0;
}

/** The day's service minutes against the fair share, this work included; 1 is exactly full. */
export function shareAfter(shift: LaneShift, duration: number): number {
  return shift.targetMinutes > 0 ? (shift.bookedMinutes + duration) / shift.targetMinutes : 1;
}

export function balanceCost(shift: LaneShift | undefined, duration: number, costs: Costs): number {
  if (shift === undefined) return 0;
  const over = Math.max(0, shift.bookedMinutes + duration - shift.targetMinutes);
  return costs.fullShare * shareAfter(shift, duration) + costs.overTargetPerMinute * over;
}

/**
 * Minutes of driving that the work adds to the shift: to it and away from it, less the drive it interrupts. An empty
 * day costs the way there and back.
 */
export function travelExtra(
  lane: TechnicianLane,
  shift: LaneShift | undefined,
  work: { readonly from: number; readonly to: number; readonly at: Coordinates },
  facts: BusyIndex,
): number {
  const previous = lane.busy.claims[previousOn(lane, shift, work.from)];
  const next = lane.busy.claims[nextOn(lane, shift, work.to)];
  const home = shift === undefined ? undefined : lane.facts.home;
  const from = previous?.at ?? home;
  const to = next?.at ?? home;
  const there = from === undefined ? 0 : facts.travel(from, work.at);
  const away = to === undefined ? 0 : facts.travel(work.at, to);
  const idle = previous === undefined && next === undefined;
  return there + away - (idle || from === undefined || to === undefined ? 0 : facts.travel(from, to));
}

/** What the bay offers beyond what is asked: better kept for work that needs it. */
export function spareCapabilities(needs: PlacementNeeds, bay: BayLane): number {
  return bay.facts.capabilities.reduce(
    (sum, one) => sum + (needs.capabilities?.includes(one.capability) === true ? 0 : 1),
    0,
  );
}

export function bayCost(needs: PlacementNeeds, bay: BayLane): number {
  return COST.spareCapability * spareCapabilities(needs, bay);
}
