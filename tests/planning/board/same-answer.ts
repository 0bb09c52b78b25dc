import { busyIndexOf } from '../../../core/domain/board/busy-index.ts';
import type { PlacementContext } from '../../../core/domain/board/placement-context.ts';
import type { Placement } from '../../../core/domain/board/placement.ts';
import { judge } from '../../../core/domain/rules/judge.ts';
import type { Reason, Verdict } from '../../../core/domain/rules/reason.ts';
import { MINUTE, minutes } from '../../../core/domain/time/instant.ts';
import { floorMinute } from '../../../core/planning/board/board-clock.ts';
import { boardModelOf } from '../../../core/planning/board/board-model.ts';
import { warmPlan, workPlaced } from '../../../core/planning/board/board-plan.ts';
import type { BoardModel } from '../../../core/planning/board/board-rows.ts';
import { fits, stand, standingPlan, type StandingPlan } from '../../../core/planning/board/fits.ts';
import { keepCounts } from '../../../core/planning/board/keep-counts.ts';
import type { PlanRequest, PlanWork } from '../../../core/planning/board/request.ts';
import { plannedNeeds, withPlacements } from '../../../core/planning/board/with-placements.ts';
import type { PlanPlacement } from '../../../core/planning/plan/model.ts';
import { dice, type Dice } from '../random-context.ts';
import { randomPlacement, randomRequest } from './random-request.ts';

export interface Tally {
  asked: number;
  /** Both say yes. */
  fits: number;
  /** The search would have done it, and the count after the search takes it out. */
  counted: number;
  /** What somebody for several at once could do besides: the planner does one thing at a time. */
  beside: number;
  readonly differences: string[];
}

/**
 * Asks the planner and the rulebook about random placements on random boards, until so many have been asked: everything
 * else stands where it stands. The planner plans inside shifts alone.
 */
export function compare(count: number, firstSeed: number): Tally {
  const tally: Tally = { asked: 0, fits: 0, counted: 0, beside: 0, differences: [] };
  for (let seed = firstSeed; tally.asked < count; seed += 1) {
    const throws = dice(seed);
    const request = randomRequest(throws, 8, throws.pick([5, 15]));
    const overtime = throws.chance(20) ? { most: minutes(90), perMinute: 2 } : null;
    compareOn(throws, { ...request, terms: { ...request.terms, overtime } }, tally, `seed ${seed}`);
  }
  return tally;
}

const EACH = 60;

function compareOn(throws: Dice, request: PlanRequest, tally: Tally, name: string): void {
  const board = boardModelOf(request);
  const plan = standingPlan(board.model);
  const stood = warmPlan(board).filter((one) => stand(plan, one));
  const context = withPlacements(board.facts.kept.context, workPlaced(board, stood));
  const index = busyIndexOf(context);
  for (const work of board.facts.work) {
    // Work that wants a bay is planned in one, even where the rule is switched off.
    if (work.stands !== null || (work.needs.capabilities !== null && context.bays.length === 0)) continue;
    for (let number = 0; number < EACH; number += 1) {
      const placement = randomPlacement(throws, context, work, request.step);
      const verdict = judge(placement, plannedNeeds(work), index);
      const allowed = verdict.level !== 'block' && shiftOf(board, work, placement) >= 0;
      const found = inModel(board, plan, work, placement);
      const isCounted = found !== null && isLeftToCounts(context, verdict) && !isKept(board, stood, found);
      const planned = found !== null && !isCounted;
      tally.asked += 1;
      if (isCounted) tally.counted += 1;
      if (planned && allowed) tally.fits += 1;
      if (planned === allowed) continue;
      if (allowed && isForSeveral(context, placement)) tally.beside += 1;
      else tally.differences.push(`${name} ${work.id} ${JSON.stringify({ planned, placement, verdict })}`);
    }
  }
}

/** Every block is one that depends on more than the search knows of a shift. */
function isLeftToCounts(context: PlacementContext, { reasons }: Verdict): boolean {
  const blocks = reasons.filter(({ severity }) => severity === 'block').map(({ reason }) => reason);
  return blocks.length > 0 && blocks.every((reason) => isOfTeam(context, reason) || isOfChoice(context, reason));
}

/** Whoever works is missing in the team, and whoever is in the team works. */
function isOfTeam({ others }: PlacementContext, reason: Reason): boolean {
  return reason.rule === 'resource-free' && others.find(({ id }) => id === reason.resource.id)?.kind === 'team';
}

/** A limit about bays, about what several people do at one moment, or about a day that ends within a shift. */
function isOfChoice({ rules, technicians, days }: PlacementContext, reason: Reason): boolean {
  if (reason.rule !== 'capacity-limit') return false;
  const limit = rules.limits.find(({ name }) => name === reason.name);
  const isAboutPeople = limit?.resourceIds?.every((id) => technicians.some((one) => one.id === id)) ?? true;
  if (!isAboutPeople || (limit?.per === 'moment' && limit.resourceIds !== null)) return true;
  // Work that begins in such a shift counts for either day.
  const shifts = technicians.flatMap((one) => one.shifts);
  return shifts.some(({ from, to }) => days.some((day) => from < day.from && day.from < to));
}

function isKept(board: BoardModel, stood: readonly PlanPlacement[], found: PlanPlacement): boolean {
  return keepCounts(board, [...stood, found]).includes(found);
}

function isForSeveral({ technicians, bays }: PlacementContext, { claims }: Placement): boolean {
  return [...technicians, ...bays].some(
    ({ id, capacity }) => capacity > 1 && claims.some(({ resourceId }) => resourceId === id),
  );
}

function shiftOf({ shifts }: BoardModel, { needs }: PlanWork, { start, end, claims }: Placement): number {
  const lead = claims.find(({ role }) => role === 'lead')?.resourceId;
  const [from, to] = [start - needs.before * MINUTE, end + needs.after * MINUTE];
  return shifts.findIndex(({ lane, shift }) => lane.facts.id === lead && shift.from <= from && to <= shift.to);
}

/** The placement as a row of the plan, when the search could make it one. */
function inModel(board: BoardModel, plan: StandingPlan, work: PlanWork, placement: Placement): PlanPlacement | null {
  const shift = shiftOf(board, work, placement);
  if (shift < 0) return null;
  const job = board.facts.work.indexOf(work);
  const start = floorMinute(board.facts.clock, placement.start);
  const bay = placement.claims.find(({ role }) => role === 'bay')?.resourceId;
  const rooms = [...board.bays.keys()].filter((row) => board.bays[row]?.lane.facts.id === bay);
  const places = (work.needs.capabilities === null ? [-1] : rooms).map((bayDay) => ({ job, shift, bayDay, start }));
  return places.find((one) => fits(plan, one)) ?? null;
}
