import type { BusyIndex } from '../../domain/board/busy-index.ts';
import type { Placement, PlacementNeeds } from '../../domain/board/placement.ts';
import { wasOffered } from '../../domain/policy/waitlist.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import { candidateOf } from '../../domain/rules/candidate.ts';
import { judge } from '../../domain/rules/judge.ts';
import { chooseBay, chooseTechnician } from '../../domain/rules/partner.ts';
import { addMinutes, instant, MINUTE, type Instant } from '../../domain/time/instant.ts';
import type { Claim } from '../../domain/work/appointment.ts';
import type { WaitlistEntry } from '../../domain/work/waitlist-entry.ts';
import { freedBy, type Opening } from './opening.ts';

/** What a request that was displaced had claimed, and takes along wherever it goes. */
export interface Kept {
  /** As they were. */
  readonly claims: readonly Claim[];
  /** Who does the work, and where: anybody who can. Null where nobody is looked for. */
  readonly lead: Sought | null;
  readonly bay: Sought | null;
}

export interface Sought {
  /** Asked first; null when nobody had it. */
  readonly had: ResourceId | null;
  readonly units: number;
}

interface Wanted {
  readonly entry: Pick<WaitlistEntry, 'offers'>;
  readonly needs: PlacementNeeds;
  readonly kept: Kept;
}

/** Starts are multiples of it, as everywhere slots are looked for. */
const STEP = 15 * MINUTE;

/**
 * Where the wish goes with all that it takes along, without a caution: touching the opening, with something that has become
 * free there, near the opening's beginning first, and never where it was offered before.
 */
export function keptPlace(facts: BusyIndex, opening: Opening, wanted: Wanted): Placement | null {
  const { entry, needs, kept } = wanted;
  // Claims on what is not there any more would be judged as if they were nothing.
  if (kept.claims.some((claim) => !facts.lanes.has(claim.resourceId))) return null;
  const freed = freedBy(opening);
  const length = needs.before + needs.duration + needs.after;
  for (const start of startsAt(opening, needs)) {
    const end = addMinutes(start, needs.duration);
    if (wasOffered(entry, start, length) || !isClear(facts, needs, { start, end, claims: kept.claims }, false))
      continue;
    for (const claims of claimsAt(facts, wanted, freed, { start, end }))
      if (isClear(facts, needs, { start, end, claims }, true)) return { start, end, claims };
  }
  return null;
}

/** `whole` is false for a part of the claims: a bay is then not missed yet. */
function isClear(facts: BusyIndex, needs: PlacementNeeds, place: Placement, whole: boolean): boolean {
  return judge(place, whole ? needs : { ...needs, capabilities: null }, facts).level === 'clear';
}

function startsAt({ range: open }: Opening, needs: PlacementNeeds): readonly Instant[] {
  const first = open.from - (needs.duration + needs.after) * MINUTE + 1;
  const last = open.to + needs.before * MINUTE;
  const starts: Instant[] = [];
  for (let at = Math.ceil(first / STEP) * STEP; at < last; at += STEP) starts.push(instant(at));
  return starts.toSorted((a, b) => Math.abs(a - open.from) - Math.abs(b - open.from) || a - b);
}

/** What it would take at that time, the best first. Something that has become free is among it. */
function* claimsAt(
  facts: BusyIndex,
  { needs, kept }: Wanted,
  freed: ReadonlySet<ResourceId>,
  at: Pick<Placement, 'start' | 'end'>,
): Generator<readonly Claim[]> {
  const keepsOne = kept.claims.some((claim) => freed.has(claim.resourceId));
  for (const lead of leadsAt(facts, needs, kept, at)) {
    const people: readonly Claim[] = lead === null ? kept.claims : [lead, ...kept.claims];
    const hasOne = keepsOne || (lead !== null && freed.has(lead.resourceId));
    const bays = kept.bay === null ? [null] : baysAt(facts, needs, kept.bay, { ...at, claims: people, freed, hasOne });
    for (const bay of bays) if (hasOne || bay !== null) yield inOrder(bay === null ? people : [...people, bay]);
  }
}

/** The best one first, then everybody else: together with what is kept, the best one may be one too many. */
function* leadsAt(
  facts: BusyIndex,
  needs: PlacementNeeds,
  { lead, claims }: Kept,
  at: Pick<Placement, 'start' | 'end'>,
): Generator<Claim | null> {
  if (lead === null) {
    yield null;
    return;
  }
  const taken = claims.map((claim) => claim.resourceId);
  const candidate = candidateOf({ ...at, claims }, needs, facts, false);
  const best = chooseTechnician(candidate, facts, { kept: lead.had, taken });
  const ids = facts.technicians.map((lane) => lane.facts.id).filter((id) => id !== best?.facts.id);
  const inTurn = best === null ? ids : [best.facts.id, ...ids];
  for (const id of inTurn) if (!taken.includes(id)) yield { resourceId: id, role: 'lead', units: lead.units };
}

function baysAt(
  facts: BusyIndex,
  needs: PlacementNeeds,
  bay: Sought,
  at: Placement & { readonly freed: ReadonlySet<ResourceId>; readonly hasOne: boolean },
): readonly Claim[] {
  const named = at.claims.map((claim) => claim.resourceId);
  const others = facts.bays.map((lane) => lane.facts.id).filter((id) => !at.hasOne && !at.freed.has(id));
  const candidate = candidateOf(at, needs, facts, false);
  const best = chooseBay(candidate, facts, { kept: bay.had, taken: [...named, ...others] });
  return best === null ? [] : [{ resourceId: best.facts.id, role: 'bay', units: bay.units }];
}

const ROLES: readonly Claim['role'][] = ['lead', 'assistant', 'team', 'bay', 'room', 'equipment', 'custom'];

function inOrder(claims: readonly Claim[]): readonly Claim[] {
  return claims.toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
}
