import type { BayLane, TechnicianLane } from '../../domain/board/lanes.ts';
import { heldBy, type Candidate } from '../../domain/rules/candidate.ts';
import { judgeCandidate } from '../../domain/rules/judge.ts';
import { chooseBay } from '../../domain/rules/partner.ts';
import type { Reason } from '../../domain/rules/reason.ts';
import { RULEBOOK } from '../../domain/rules/rulebook.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import { MINUTE } from '../../domain/time/instant.ts';
import type { Excluded } from './request.ts';
import { bayCautions, candidateAt, type Search } from './search.ts';
import { gridCeil } from './start-grid.ts';
import type { Fate } from './technician-starts.ts';

const TECHNICIAN_RULES = RULEBOOK.filter((rule) => rule.asks === 'technician');
const BAY_RULES = RULEBOOK.filter((rule) => rule.asks === 'bay');

/** Why each technician is not offered. The reason is that of the start which came furthest through the rules. */
export function excludedTechnicians(
  search: Search,
  fates: readonly Fate[],
  offered: ReadonlySet<ResourceId>,
): readonly Excluded[] {
  return search.index.technicians.flatMap((lane, position) => {
    const { id, name } = lane.facts;
    if (offered.has(id)) return [];
    const fate = fates[position];
    const because = fate !== undefined && fate.feasible > 0 ? 'outranked' : technicianReason(search, lane, fate);
    return [{ id, name, kind: 'technician', because }];
  });
}

function technicianReason(search: Search, lane: TechnicianLane, fate: Fate | undefined): Excluded['because'] {
  if (search.grid.count === 0) return 'no-free-time';
  const seen = fate !== undefined && fate.furthest >= 0;
  const at = candidateAt(search, seen ? fate.furthest : firstStart(search, lane));
  const held: Candidate = { ...at, technicians: [{ lane, units: 1 }] };
  // Nothing lies in a shift: what the rest says about such a start would only distract.
  const own = seen ? undefined : firstBlock(held, search, TECHNICIAN_RULES);
  return own ?? firstBlock(withBay(search, held), search, RULEBOOK) ?? 'no-free-time';
}

/** The beginning of the first shift still to come, else the first start of all. */
function firstStart({ grid, needs }: Search, lane: TechnicianLane): number {
  const shift = lane.shifts.find((one) => one.to > grid.first);
  const start = shift === undefined ? 0 : gridCeil(grid, shift.from + needs.before * MINUTE);
  return start < grid.count ? start : 0;
}

function withBay(search: Search, at: Candidate): Candidate {
  if (search.bays === null) return at;
  const bay = chooseBay(at, search.index, { kept: null, taken: [] });
  if (bay === null) return at;
  return { ...at, bays: heldBy([{ resourceId: bay.facts.id, role: 'bay', units: 1 }], search.index).bays };
}

/** Why each bay is not offered: what it lacks, or what is in its way when technicians could. */
export function excludedBays(search: Search, offered: ReadonlySet<ResourceId>): readonly Excluded[] {
  if (search.bays === null) return [];
  const served: number[] = [];
  for (let start = 0; start < search.grid.count; start += 1) if (search.servedAt[start] === 1) served.push(start);
  const starts = served.map((start) => candidateAt(search, start));
  return search.index.bays.flatMap((lane) => {
    const { id, name } = lane.facts;
    return offered.has(id) ? [] : [{ id, name, kind: 'bay', because: bayReason(search, lane, starts) }];
  });
}

function bayReason(search: Search, lane: BayLane, served: readonly Candidate[]): Excluded['because'] {
  const first = served[0] ?? candidateAt(search, 0);
  const lacks = search.bays?.includes(lane) === false;
  if (lacks || served.length === 0) {
    const reason = firstBlock({ ...first, bays: [{ lane, units: 1 }] }, search, BAY_RULES.slice(0, 1));
    return reason ?? 'no-free-time';
  }
  if (served.some((at) => bayCautions(search, lane, at) >= 0)) return 'outranked';
  let best: Reason | undefined;
  let depth = -1;
  for (const at of served) {
    const reason = firstBlock({ ...at, bays: [{ lane, units: 1 }] }, search, BAY_RULES);
    const passed = BAY_RULES.findIndex((rule) => rule.name === reason?.rule);
    if (reason === undefined || passed <= depth) continue;
    depth = passed;
    best = reason;
  }
  return best ?? 'no-free-time';
}

function firstBlock(at: Candidate, search: Search, rules: typeof RULEBOOK): Reason | undefined {
  return judgeCandidate(at, search.index, rules).reasons.find((one) => one.severity === 'block')?.reason;
}
