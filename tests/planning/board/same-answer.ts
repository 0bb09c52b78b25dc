import { busyIndexOf } from '../../../core/domain/board/busy-index.ts';
import { judge } from '../../../core/domain/rules/judge.ts';
import type { Verdict } from '../../../core/domain/rules/reason.ts';
import { MINUTE } from '../../../core/domain/time/instant.ts';
import { floorMinute } from '../../../core/planning/board/board-clock.ts';
import { appointmentOf } from '../../../core/planning/board/board-facts.ts';
import { boardModelOf } from '../../../core/planning/board/board-model.ts';
import type { BoardModel } from '../../../core/planning/board/board-rows.ts';
import { warmPlan, workPlaced } from '../../../core/planning/board/board-plan.ts';
import { fits, stand, standingPlan, type StandingPlan } from '../../../core/planning/board/fits.ts';
import type { PlanRequest, PlanWork } from '../../../core/planning/board/request.ts';
import { withPlacements } from '../../../core/planning/board/with-placements.ts';
import type { Placement } from '../../../core/domain/board/placement.ts';
import type { Dice } from '../random-context.ts';
import { randomPlacement } from './random-request.ts';

export interface Asked {
  readonly work: PlanWork;
  readonly placement: Placement;
  readonly planner: boolean;
  readonly verdict: Verdict;
  /** True when the work with its buffers lies inside one shift of the technician: the planner plans nowhere else. */
  readonly inShift: boolean;
}

/** Asks the planner and the rulebook about random placements of the work that does not stand, all else standing. */
export function* asked(throws: Dice, request: PlanRequest, each: number): Generator<Asked> {
  const board = boardModelOf(request);
  const plan = standingPlan(board.model);
  const stood = warmPlan(board).filter((one) => stand(plan, one));
  const context = withPlacements(board.facts.kept.context, workPlaced(board, stood));
  const index = busyIndexOf(context);
  for (const work of board.facts.work) {
    if (work.stands !== null) continue;
    const needs = { ...work.needs, appointmentId: appointmentOf(work) };
    for (let number = 0; number < each; number += 1) {
      const placement = randomPlacement(throws, context, work, request.step);
      yield {
        work,
        placement,
        planner: plannerSays(board, plan, work, placement),
        verdict: judge(placement, needs, index),
        inShift: shiftOf(board, work, placement) >= 0,
      };
    }
  }
}

function shiftOf({ shifts }: BoardModel, { needs }: PlanWork, { start, end, claims }: Placement): number {
  const lead = claims.find(({ role }) => role === 'lead')?.resourceId;
  const [from, to] = [start - needs.before * MINUTE, end + needs.after * MINUTE];
  return shifts.findIndex(({ lane, shift }) => lane.facts.id === lead && shift.from <= from && to <= shift.to);
}

function plannerSays(board: BoardModel, plan: StandingPlan, work: PlanWork, placement: Placement): boolean {
  const shift = shiftOf(board, work, placement);
  if (shift < 0) return false;
  const job = board.facts.work.indexOf(work);
  const start = floorMinute(board.facts.clock, placement.start);
  const bay = placement.claims.find(({ role }) => role === 'bay')?.resourceId;
  if (work.needs.capabilities === null) return fits(plan, { job, shift, bayDay: -1, start });
  return board.bays.some(({ lane }, bayDay) => lane.facts.id === bay && fits(plan, { job, shift, bayDay, start }));
}
