import type { BayLane, Lane, TechnicianLane } from '../board/lanes.ts';
import type { OtherLane } from '../board/other-lane.ts';
import type { BusyIndex } from '../board/busy-index.ts';
import type { Placement, PlacementNeeds } from '../board/placement.ts';
import type { Coordinates } from '../organization/location.ts';
import { addMinutes, type Instant } from '../time/instant.ts';
import type { Claim } from '../work/appointment.ts';

/** A placement with all that the rules ask of it worked out once. */
export interface Candidate {
  readonly start: Instant;
  readonly end: Instant;
  /** Busy time: [start - before, end + after). */
  readonly from: Instant;
  readonly to: Instant;
  readonly at: Coordinates;
  readonly needs: PlacementNeeds;
  readonly technicians: readonly Held<TechnicianLane>[];
  readonly bays: readonly Held<BayLane>[];
  /** Equipment, rooms, teams and the organization's own kinds. */
  readonly resources: readonly Held<OtherLane>[];
  /** Writing down what happened: the past is then no obstacle. */
  readonly recording: boolean;
}

export interface Held<L extends Lane> {
  readonly lane: L;
  readonly units: number;
}

/** Claims on resources the context does not know are left out: whoever loads it asks whether they exist. */
export function candidateOf(
  placement: Placement,
  needs: PlacementNeeds,
  facts: BusyIndex,
  recording: boolean,
): Candidate {
  return { ...emptyCandidate(needs, facts, placement, recording), ...heldBy(placement.claims, facts) };
}

export function heldBy(
  claims: readonly Claim[],
  facts: BusyIndex,
): Pick<Candidate, 'technicians' | 'bays' | 'resources'> {
  const technicians: Held<TechnicianLane>[] = [];
  const bays: Held<BayLane>[] = [];
  const resources: Held<OtherLane>[] = [];
  for (const { resourceId, units } of claims) {
    const lane = facts.lanes.get(resourceId);
    if (lane?.kind === 'technician') technicians.push({ lane, units });
    else if (lane?.kind === 'bay') bays.push({ lane, units });
    else if (lane?.kind === 'other') resources.push({ lane, units });
  }
  return { technicians, bays, resources };
}

/** The same time and work with nobody on it yet. */
export function emptyCandidate(
  needs: PlacementNeeds,
  facts: BusyIndex,
  time: Pick<Placement, 'start' | 'end'>,
  recording: boolean,
): Candidate {
  return {
    start: time.start,
    end: time.end,
    from: addMinutes(time.start, -needs.before),
    to: addMinutes(time.end, needs.after),
    at: needs.place?.coordinates ?? facts.context.coordinates,
    needs,
    technicians: [],
    bays: [],
    resources: [],
    recording,
  };
}
