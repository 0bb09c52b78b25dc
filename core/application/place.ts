import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Refusal } from '../contract/refusal.ts';
import { busyIndexOf, ignoring, type BusyIndex } from '../domain/board/busy-index.ts';
import type { PlacementContext } from '../domain/board/placement-context.ts';
import type { Placement, PlacementNeeds } from '../domain/board/placement.ts';
import type { Location } from '../domain/organization/location.ts';
import type { Organization } from '../domain/organization/organization.ts';
import type { Resource } from '../domain/resources/resource.ts';
import { addMinutes, range, type Instant, type InstantRange } from '../domain/time/instant.ts';
import { candidateOf } from '../domain/rules/candidate.ts';
import { judge } from '../domain/rules/judge.ts';
import { chooseBay, chooseTechnician } from '../domain/rules/partner.ts';
import type { Reason, Verdict } from '../domain/rules/reason.ts';
import type { Claim } from '../domain/work/appointment.ts';
import { longer } from '../planning/board/board-facts.ts';
import { loadFactsFor } from './placement-context.ts';
import type { Reader } from './ports/store.ts';
import { invalid } from './refusals.ts';
import type { Scene } from './use-case.ts';

/** A place somebody wants for a piece of work. */
export interface WantedPlace {
  readonly location: Location;
  readonly organization: Organization;
  readonly needs: PlacementNeeds;
  readonly start: Instant;
  readonly end: Instant;
  /** Checked claims, without the partner that is to be found. */
  readonly claims: readonly Claim[];
  /** Rows of all claims, the kept one included. */
  readonly resources: readonly Resource[];
  /** What is still missing and to be found; `kept` stays while it is clear. */
  readonly find: 'technician' | 'bay' | null;
  readonly kept: Claim | null;
  /** The past is no obstacle. */
  readonly recording: boolean;
  /** It was agreed elsewhere and is brought here: what blocks is a caution. */
  readonly agreed?: boolean;
}

export interface FoundPlace {
  readonly claims: readonly Claim[];
  /** Cautions that the person accepted. */
  readonly overrode: readonly Reason[];
}

/** Busy time of work at a place. */
export function busyOf(needs: PlacementNeeds, start: Instant, end: Instant): InstantRange {
  return range(addMinutes(start, -needs.before), addMinutes(end, needs.after));
}

/** Finds the missing partner and asks the rulebook: the one judgement behind booking, moving and confirming. */
export async function findPlace(
  read: Reader,
  scene: Scene,
  wanted: WantedPlace,
): Promise<Outcome<FoundPlace, Refusal>> {
  const { kept } = wanted;
  const gone = new Set(wanted.resources.filter((one) => !one.active).map((one) => one.id));
  const left = wanted.claims.findIndex((claim) => gone.has(claim.resourceId));
  // A request may name who has left the board meanwhile: nothing is promised on them.
  if (left >= 0) return invalid(`claims.${left}.resourceId`, 'must be active');
  if (kept !== null && wanted.find !== null && !gone.has(kept.resourceId)) {
    // The kept partner stays while everything is clear with it, and then nobody else has to be looked at.
    const stays = { ...wanted, claims: inOrder([...wanted.claims, kept]), find: null };
    const found = await findAmong(read, scene, stays, wanted.resources);
    if (found.ok && found.value.overrode.length === 0) return found;
  }
  return findAmong(read, scene, wanted, await candidates(read, wanted));
}

async function findAmong(
  read: Reader,
  scene: Scene,
  wanted: WantedPlace,
  resources: readonly Resource[],
): Promise<Outcome<FoundPlace, Refusal>> {
  const { location, organization, needs } = wanted;
  const facts = await loadFactsFor(read, scene, {
    location,
    organization,
    resources,
    partIds: [...new Set(needs.parts.map((need) => need.partId))],
    partNeeds: needs.parts,
    range: busyOf(needs, wanted.start, wanted.end),
  });
  const index = ignoring(busyIndexOf(facts), needs.appointmentId);
  const partner = choosePartner(wanted, index);
  if (wanted.find === 'technician' && partner === null) return invalid('claims', 'must name a technician');
  const claims = partner === null ? wanted.claims : inOrder([...wanted.claims, partner]);
  const { start, end, recording } = wanted;
  const asked = judge({ start, end, claims }, needs, index, { recording });
  const late = scene.overtime === true ? withOvertime({ start, end, claims }, needs, facts, asked) : asked;
  const verdict = wanted.agreed === true && late.level === 'block' ? softened(late) : late;
  const { reasons } = verdict;
  if (verdict.level === 'block') return refuse({ kind: 'blocked', reasons, alternatives: [] });
  if (verdict.level === 'caution' && !scene.acceptCautions) return refuse({ kind: 'needs-override', reasons });
  return accept({ claims, overrode: reasons.map((one) => one.reason) });
}

/** What blocks for the end of a shift alone is a caution where overtime is allowed. */
function withOvertime(placement: Placement, needs: PlacementNeeds, facts: PlacementContext, asked: Verdict): Verdict {
  if (asked.level !== 'block') return asked;
  const index = busyIndexOf(longer(facts, facts.policy.planning.overtimeMost));
  const { level, reasons } = judge(placement, needs, index);
  return level === 'block' ? { level, reasons } : softened(asked);
}

function softened({ reasons }: Verdict): Verdict {
  return { level: 'caution', reasons: reasons.map(({ reason }) => ({ severity: 'caution', reason })) };
}

/** The named resources, and everybody who could be the missing partner. */
async function candidates(read: Reader, wanted: WantedPlace): Promise<readonly Resource[]> {
  if (wanted.find === null) return wanted.resources;
  const known = new Set(wanted.resources.map((resource) => resource.id));
  const others = (await read.all('resource')).filter(
    (one) => one.kind === wanted.find && one.active && one.locationId === wanted.location.id && !known.has(one.id),
  );
  // The kept one may have left the board.
  return [...wanted.resources.filter((one) => one.active), ...others];
}

function choosePartner(wanted: WantedPlace, index: BusyIndex): Claim | null {
  const { start, end, claims, needs, kept } = wanted;
  const at = candidateOf({ start, end, claims }, needs, index, wanted.recording);
  const wish = { kept: kept?.resourceId ?? null, taken: claims.map((claim) => claim.resourceId) };
  switch (wanted.find) {
    case null:
      return null;
    case 'technician':
      return claimOn(chooseTechnician(at, index, wish)?.facts.id, 'lead', kept);
    case 'bay':
      return claimOn(chooseBay(at, index, wish)?.facts.id, 'bay', kept);
  }
}

function claimOn(resourceId: Claim['resourceId'] | undefined, role: Claim['role'], kept: Claim | null): Claim | null {
  if (resourceId === undefined) return null;
  return { ...(kept ?? { role, units: 1 }), resourceId };
}

const ORDER: readonly Claim['role'][] = ['lead', 'assistant', 'team', 'bay', 'room', 'equipment', 'custom'];

function inOrder(claims: readonly Claim[]): readonly Claim[] {
  return claims.toSorted((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
}
