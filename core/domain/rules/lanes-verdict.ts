import { ignoring, type BusyIndex } from '../board/busy-index.ts';
import type { BoardLane, Lane } from '../board/lanes.ts';
import type { Placement, PlacementNeeds } from '../board/placement.ts';
import type { ResourceId } from '../resources/resource.ts';
import type { Claim } from '../work/appointment.ts';
import { emptyCandidate, heldBy, type Candidate } from './candidate.ts';
import { judgeCandidate, type JudgeOptions } from './judge.ts';
import { chooseBay, chooseTechnician } from './partner.ts';
import type { Verdict } from './reason.ts';

/** What a drop on one lane at one time would do and how the rulebook sees it. */
export interface LaneVerdict {
  readonly resourceId: ResourceId;
  readonly kind: BoardLane['kind'];
  readonly verdict: Verdict;
  /** All claims the drop would send, the lane's first. */
  readonly claims: readonly Claim[];
  /** The bay on a technician's lane, the technician on a bay's; null when the work takes none. */
  readonly partner: ResourceId | null;
}

type Time = Pick<Placement, 'start' | 'end'>;

/**
 * Judges every lane for one step of a drag. `claims` are what the appointment holds now; empty for work from the tray.
 * Partners do not depend on the lane, so each is chosen once for all. Order: technicians, then bays, as in the context.
 */
export function judgeLanes(
  facts: BusyIndex,
  needs: PlacementNeeds,
  time: Time,
  claims: readonly Claim[],
  options: JudgeOptions = {},
): readonly LaneVerdict[] {
  const index = ignoring(facts, needs.appointmentId);
  const drag = dragOf(index, needs, time, claims, options);
  return [
    ...index.technicians.map((lane) => verdictOn(lane, drag.onTechnicians, drag.at, index)),
    ...index.bays.map((lane) => verdictOn(lane, drag.onBays, drag.at, index)),
  ];
}

/** The claims and the verdict of a drop on one lane, exactly as `judgeLanes` shows it; null for what is no lane of the board. */
export function judgeLane(
  facts: BusyIndex,
  needs: PlacementNeeds,
  time: Time & { readonly lane: ResourceId },
  claims: readonly Claim[],
  options: JudgeOptions = {},
): LaneVerdict | null {
  const index = ignoring(facts, needs.appointmentId);
  const lane = index.lanes.get(time.lane);
  if (lane === undefined || lane.kind === 'other') return null;
  const drag = dragOf(index, needs, time, claims, options);
  return verdictOn(lane, lane.kind === 'bay' ? drag.onBays : drag.onTechnicians, drag.at, index);
}

/** What goes along with every lane of one kind. */
interface Company {
  readonly partner: Claim | null;
  readonly others: readonly Claim[];
  readonly units: number;
}

interface Drag {
  readonly at: Candidate;
  readonly onTechnicians: Company;
  readonly onBays: Company;
}

function dragOf(
  index: BusyIndex,
  needs: PlacementNeeds,
  time: Time,
  claims: readonly Claim[],
  options: JudgeOptions,
): Drag {
  const at = emptyCandidate(needs, index, time, options.recording ?? false);
  const kindOf = (claim: Claim): Lane['kind'] | undefined => index.lanes.get(claim.resourceId)?.kind;
  const technicians = claims.filter((claim) => kindOf(claim) === 'technician');
  const lead = technicians.find((claim) => claim.role === 'lead') ?? technicians[0];
  const bay = claims.find((claim) => kindOf(claim) === 'bay');
  const others = claims.filter((claim) => claim !== lead && claim !== bay);
  const taken = others.map((claim) => claim.resourceId);
  const needsBay = bay !== undefined || needs.capabilities !== null;
  const needsTechnician = lead !== undefined || claims.length === 0;
  const bayPartner = needsBay ? chooseBay(at, index, { kept: bay?.resourceId ?? null, taken }) : null;
  const technicianPartner = needsTechnician
    ? chooseTechnician(at, index, { kept: lead?.resourceId ?? null, taken })
    : null;
  const asClaim = (lane: Lane | null, role: Claim['role'], units = 1): Claim | null =>
    lane === null ? null : { resourceId: lane.facts.id, role, units };
  return {
    at,
    onTechnicians: { partner: asClaim(bayPartner, 'bay', bay?.units), others, units: lead?.units ?? 1 },
    onBays: { partner: asClaim(technicianPartner, 'lead', lead?.units), others, units: bay?.units ?? 1 },
  };
}

function verdictOn(lane: BoardLane, company: Company, drag: Candidate, index: BusyIndex): LaneVerdict {
  const id = lane.facts.id;
  const { partner } = company;
  const own: Claim = { resourceId: id, role: lane.kind === 'bay' ? 'bay' : 'lead', units: company.units };
  const claims = [own];
  if (partner !== null) claims.push(partner);
  for (const other of company.others) if (other.resourceId !== id) claims.push(other);
  return {
    resourceId: id,
    kind: lane.kind,
    verdict: judgeCandidate({ ...drag, ...heldBy(claims, index) }, index),
    claims,
    partner: partner?.resourceId ?? null,
  };
}
