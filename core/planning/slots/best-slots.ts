import type { BusyIndex } from '../../domain/board/busy-index.ts';
import { factsFor } from '../../domain/board/facts-for.ts';
import type { BayLane, TechnicianLane } from '../../domain/board/lanes.ts';
import { judge } from '../../domain/rules/judge.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import { instant } from '../../domain/time/instant.ts';
import type { Claim } from '../../domain/work/appointment.ts';
import { put, roomFor, type Candidates } from './candidates.ts';
import { chooseDifferent } from './choose-different.ts';
import { confidenceOf, slackOf } from './confidence.ts';
import { excludedBays, excludedTechnicians } from './excluded.ts';
import { partsOfSlot } from './parts-of-slot.ts';
import type { Slot, SlotAnswer, SlotRequest } from './request.ts';
import { bayOfStart, candidateAt, costOfStart, searchOf, technicianAt, workMayStart, type Search } from './search.ts';
import { collectStarts, startsIn, type Fate } from './technician-starts.ts';

/**
 * The best slots for one piece of work by exact search: every start on the grid inside every technician's shifts, each with
 * its cheapest bay. Nothing is offered that a booking rule blocks; same question, same answer.
 */
export function bestSlots(facts: BusyIndex, request: SlotRequest): SlotAnswer {
  const search = searchOf(facts, request);
  const withTechnician = request.withTechnician ?? true;
  const { candidates, fates, examined } = withTechnician ? collectAll(search) : collectRooms(search);
  const chosen = chooseDifferent(search, candidates, request.count + 1);
  const suggestions = chosen
    .slice(0, request.count)
    .map((position, place) => slotAt(search, candidates, position, chosen[place + 1], request.alongside ?? []));
  const offered = new Set<ResourceId>(
    suggestions.flatMap(({ technician, bay }) => [technician?.id, bay?.id].filter((id) => id !== undefined)),
  );
  return {
    suggestions,
    excluded: [
      ...(withTechnician ? excludedTechnicians(search, fates, offered) : []),
      ...excludedBays(search, offered),
    ],
    examined,
  };
}

interface Collected {
  readonly candidates: Candidates;
  readonly fates: readonly Fate[];
  readonly examined: number;
}

function collectAll(search: Search): Collected {
  const { technicians } = search.index;
  let most = 0;
  for (const lane of technicians) {
    for (const shift of lane.shifts) {
      const { first, last } = startsIn(search, shift);
      most += Math.max(0, last - first + 1);
    }
  }
  const candidates = roomFor(most);
  const fates = technicians.map((lane, position) => collectStarts(search, position, lane, candidates));
  return { candidates, fates, examined: fates.reduce((sum, fate) => sum + fate.examined, 0) };
}

/** Work that takes a room and nobody: every start at which a bay is to be had. */
function collectRooms(search: Search): Collected {
  const candidates = roomFor(search.grid.count);
  for (let start = 0; start < search.grid.count; start += 1) {
    const cost = costOfStart(search, start);
    if (workMayStart(search, start)) search.servedAt[start] = 1;
    if (cost < Infinity) put(candidates, -1, start, cost);
  }
  return { candidates, fates: [], examined: search.grid.count };
}

/** Puts one winner into words and has the rulebook confirm it. */
function slotAt(
  search: Search,
  candidates: Candidates,
  position: number,
  next: number | undefined,
  alongside: readonly Claim[],
): Slot {
  const { index, needs, near } = search;
  const start = candidates.start[position] ?? 0;
  const cost = candidates.cost[position] ?? 0;
  const technician = technicianAt(search, candidates.technician[position] ?? -1);
  const bay = bayOfStart(search, start);
  const at = candidateAt(search, start);
  const placement = { start: at.start, end: at.end, claims: [...claimsOf(technician, bay), ...alongside] };
  const verdict = judge(placement, needs, index);
  if (verdict.level === 'block') {
    throw new Error(`The slot search offered what ${verdict.reasons[0]?.reason.rule ?? 'a rule'} blocks`);
  }
  const margin = next === undefined ? Infinity : (candidates.cost[next] ?? 0) - cost;
  const facts = factsFor(placement, needs, index, {
    near: near === null ? null : instant(near),
    cautions: verdict.reasons.length,
  });
  return {
    start: at.start,
    end: at.end,
    technician: technician === null ? null : { id: technician.facts.id, name: technician.facts.name },
    bay: bay === null ? null : { id: bay.facts.id, name: bay.facts.name },
    score: Math.round(cost * 100) / 100,
    confidence: confidenceOf(margin, slackOf(search, at, technician)),
    parts: partsOfSlot(needs.parts, facts, verdict.reasons),
    facts,
    cautions: verdict.reasons,
  };
}

function claimsOf(technician: TechnicianLane | null, bay: BayLane | null): readonly Claim[] {
  const claims: Claim[] = [];
  if (technician !== null) claims.push({ resourceId: technician.facts.id, role: 'lead', units: 1 });
  if (bay !== null) claims.push({ resourceId: bay.facts.id, role: 'bay', units: 1 });
  return claims;
}
