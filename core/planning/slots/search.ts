import { ignoring, type BusyIndex } from '../../domain/board/busy-index.ts';
import type { BayLane, TechnicianLane } from '../../domain/board/lanes.ts';
import { bayCost, timeCost } from '../../domain/board/placement-cost.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { Severity } from '../../domain/organization/organization.ts';
import { bayClaimed } from '../../domain/rules/bay-capable.ts';
import type { BayRule, BookingRule, ResourceRule, WorkRule } from '../../domain/rules/booking-rule.ts';
import { emptyCandidate, heldBy, type Candidate } from '../../domain/rules/candidate.ts';
import { RULEBOOK } from '../../domain/rules/rulebook.ts';
import { severityOf } from '../../domain/rules/severity.ts';
import { addMinutes } from '../../domain/time/instant.ts';
import type { SlotRequest } from './request.ts';
import { startAt, startGridOf, type StartGrid } from './start-grid.ts';

const WORK_RULES: readonly WorkRule[] = RULEBOOK.filter((rule) => rule.asks === 'work').filter(
  (rule) => rule !== bayClaimed,
);
const BAY_RULES: readonly BayRule[] = RULEBOOK.filter((rule) => rule.asks === 'bay');
const RESOURCE_RULES: readonly ResourceRule[] = RULEBOOK.filter((rule) => rule.asks === 'resource');

/** What one search knows. What depends on the start alone is worked out when it is first asked for. */
export interface Search {
  readonly index: BusyIndex;
  readonly needs: PlacementNeeds;
  readonly near: number | null;
  readonly grid: StartGrid;
  /** What goes along with every slot. */
  readonly alongside: Candidate['resources'];
  /** Bays that can ever do, cheapest first; null when the work needs none. */
  readonly bays: readonly BayLane[] | null;
  /** Cost of time and bay by start; NaN = not asked yet, Infinity = blocked. */
  readonly startCost: Float64Array;
  /** Position in `bays` of the best bay by start; -1 = none. */
  readonly bayAt: Int32Array;
  /** 1 where the work as such may start, 2 where it may not, 0 = not asked yet. */
  readonly workAt: Uint8Array;
  /** 1 where some technician could do it, a bay or not. */
  readonly servedAt: Uint8Array;
}

export const DEFAULT_STEP = 15;

export function searchOf(facts: BusyIndex, request: SlotRequest): Search {
  const index = ignoring(facts, request.needs.appointmentId);
  const grid = startGridOf(index.context, request.step ?? DEFAULT_STEP, request.within ?? null);
  return {
    index,
    needs: request.needs,
    near: request.near ?? null,
    grid,
    alongside: heldBy(request.alongside ?? [], index).resources,
    bays: request.needs.capabilities === null ? null : possibleBays(index, request.needs, grid),
    startCost: new Float64Array(grid.count).fill(Number.NaN),
    bayAt: new Int32Array(grid.count).fill(-1),
    workAt: new Uint8Array(grid.count),
    servedAt: new Uint8Array(grid.count),
  };
}

export function candidateAt({ index, needs, grid, alongside }: Search, start: number): Candidate {
  const from = startAt(grid, start);
  const at = emptyCandidate(needs, index, { start: from, end: addMinutes(from, needs.duration) }, false);
  return alongside.length === 0 ? at : { ...at, resources: alongside };
}

export function severity(search: Search, rule: BookingRule): Severity {
  return severityOf(rule, search.index.context.policy);
}

/** What a bay lacks at the first start, or has no longer, it will not have later: it drops out at once. */
function possibleBays(index: BusyIndex, needs: PlacementNeeds, grid: StartGrid): readonly BayLane[] {
  const at = emptyCandidate(needs, index, { start: startAt(grid, 0), end: startAt(grid, 0) }, false);
  const rule = BAY_RULES.find((one) => one.name === 'bay-capable');
  const blocks = rule !== undefined && severityOf(rule, index.context.policy) === 'block';
  return index.bays
    .filter((lane) => !blocks || rule.judge({ lane, units: 1 }, at, index) === null)
    .toSorted((a, b) => bayCost(needs, a) - bayCost(needs, b) || (a.facts.id < b.facts.id ? -1 : 1));
}

/** True when nothing about the work itself, or what goes along with it, forbids this start. */
export function workMayStart(search: Search, start: number): boolean {
  if (search.workAt[start] === 0) {
    search.workAt[start] = workCautions(search, start) < 0 ? 2 : 1;
  }
  return search.workAt[start] === 1;
}

/** Cost of the start with its best bay; Infinity when the work may not start or no bay is to be had. */
export function costOfStart(search: Search, start: number): number {
  const known = search.startCost[start] ?? Infinity;
  if (!Number.isNaN(known)) return known;
  const cost = workMayStart(search, start) ? workCost(search, start) + bestBayCost(search, start) : Infinity;
  search.startCost[start] = cost;
  return cost;
}

function workCost(search: Search, start: number): number {
  const at = candidateAt(search, start);
  const { near, index } = search;
  const { costs } = index;
  return (
    timeCost(search.needs, { start: at.start, end: at.end, near }, costs) + costs.caution * workCautions(search, start)
  );
}

/** How many cautions the work and what goes along with it have at this start; -1 when it is blocked. */
function workCautions(search: Search, start: number): number {
  const at = candidateAt(search, start);
  let cautions = cautionsOf(search, WORK_RULES, (rule) => rule.judge(at, search.index));
  for (const held of at.resources) {
    const own = cautionsOf(search, RESOURCE_RULES, (rule) => rule.judge(held, at, search.index));
    if (cautions < 0 || own < 0) return -1;
    cautions += own;
  }
  return cautions;
}

function bestBayCost(search: Search, start: number): number {
  if (search.bays === null) return 0;
  const at = candidateAt(search, start);
  let best = Infinity;
  for (const [position, lane] of search.bays.entries()) {
    const own = bayCost(search.needs, lane);
    if (own >= best) break;
    const cautions = bayCautions(search, lane, at);
    if (cautions < 0 || own + search.index.costs.caution * cautions >= best) continue;
    best = own + search.index.costs.caution * cautions;
    search.bayAt[start] = position;
  }
  return best;
}

/** How many cautions the bay has at this time; -1 when it is blocked. */
export function bayCautions(search: Search, lane: BayLane, at: Candidate): number {
  const held = { lane, units: 1 };
  return cautionsOf(search, BAY_RULES, (rule) => rule.judge(held, at, search.index));
}

function cautionsOf<R extends BookingRule>(search: Search, rules: readonly R[], ask: (rule: R) => unknown): number {
  let cautions = 0;
  for (const rule of rules) {
    const bad = severity(search, rule);
    if (bad === 'clear' || ask(rule) === null) continue;
    if (bad === 'block') return -1;
    cautions += 1;
  }
  return cautions;
}

/** The bay a start gets; null when the work needs none or there is none. */
export function bayOfStart(search: Search, start: number): BayLane | null {
  return search.bays?.[search.bayAt[start] ?? -1] ?? null;
}

export function technicianAt(search: Search, position: number): TechnicianLane | null {
  return search.index.technicians[position] ?? null;
}
