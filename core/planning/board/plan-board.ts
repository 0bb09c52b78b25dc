import { runThrough, type Steps } from '../../kernel/steps.ts';
import { busyIndexOf, type BusyIndex } from '../../domain/board/busy-index.ts';
import { factsFor } from '../../domain/board/facts-for.ts';
import type { PlacementContext } from '../../domain/board/placement-context.ts';
import type { TravelTime } from '../../domain/board/travel.ts';
import { judge } from '../../domain/rules/judge.ts';
import type { JudgedReason } from '../../domain/rules/reason.ts';
import type { PlanPlacement } from '../plan/model.ts';
import { termsOf, totalOf } from '../plan/plan-terms.ts';
import { searching } from '../plan/search.ts';
import type { SearchOptions } from '../plan/search-result.ts';
import type { BoardFacts } from './board-facts.ts';
import { makingModel } from './board-model.ts';
import type { BoardModel } from './board-rows.ts';
import { isSame, warmPlan, workPlaced } from './board-plan.ts';
import { fillUp } from './fill-up.ts';
import { keepBays } from './keep-bays.ts';
import { keepCounts } from './keep-counts.ts';
import { leftOutOf } from './left-out.ts';
import type { Placed, PlanAnswer, PlanProgress, PlanRequest, PlanWork } from './request.ts';
import { plannedNeeds, withPlacements, type WorkPlaced } from './with-placements.ts';

export interface PlanBoardOptions {
  /** Same request, seed and answers of `used`: same plan. */
  readonly seed: number;
  /** The share of the budget that is spent, asked every few rounds; the search ends at 1 or more. */
  readonly used: (rounds: number) => number;
  readonly onBetter?: (better: PlanProgress) => void;
  /** Stands in for the travel formula: an imported matrix. */
  readonly travel?: TravelTime;
}

/**
 * Plans the work of a request on its board. Every placement of the answer is confirmed by the rulebook with all the others
 * in place; one that it blocks is a defect and throws.
 */
export function planBoard(request: PlanRequest, options: PlanBoardOptions): PlanAnswer {
  return runThrough(planningBoard(request, options));
}

/** The same in steps, of a few milliseconds each. */
export function* planningBoard(request: PlanRequest, options: PlanBoardOptions): Steps<PlanAnswer> {
  return yield* answering(yield* searchingBoard(request, options));
}

/** A plan of the model, with which the rulebook agrees. */
export interface PlannedBoard {
  readonly board: BoardModel;
  readonly plan: readonly PlanPlacement[];
  readonly cost: number;
  readonly rounds: number;
  /** True when counts that the model does not know made some of the work stay where it stands. */
  readonly isHeld: boolean;
  /** What no plan of the model goes below, where the search has looked through all of them; null where it has not. */
  readonly least: number | null;
}

/** Searches, and has the counts kept that the model does not know. */
export function* searchingBoard(request: PlanRequest, options: PlanBoardOptions): Steps<PlannedBoard> {
  const unmoved = new Set<string>();
  for (;;) {
    const board = yield* makingModel(request, options.travel, unmoved);
    yield;
    const found = yield* searching(board.model, { ...searchOptions(board, options), warm: warmPlan(board) });
    const plan = finished(board, found.placements);
    // A promise is not given up for what only the counts found out afterwards: it stays, and the rest is planned round it.
    const lost = leftOutWork(board.facts, workPlaced(board, plan)).filter(({ id }) => board.facts.standing.has(id));
    for (const { id } of lost) unmoved.add(id);
    if (lost.length > 0) continue;
    const cost = plan === found.placements ? found.cost : totalOf(termsOf(board.model, plan));
    return {
      board,
      plan,
      cost,
      rounds: found.rounds,
      isHeld: unmoved.size > 0,
      least: found.isBest ? found.cost : null,
    };
  }
}

/** What the search found, with what it cannot know or does not care about put right. */
function finished(board: BoardModel, found: readonly PlanPlacement[]): readonly PlanPlacement[] {
  return fillUp(board, keepCounts(board, keepBays(board, found)));
}

/** The plan with its reasons. Throws where the rulebook blocks a placement. */
export function answerOf(planned: PlannedBoard): PlanAnswer {
  return runThrough(answering(planned));
}

/** The same with pauses. */
export function* answering({ board, plan, cost, rounds }: PlannedBoard): Steps<PlanAnswer> {
  const placed = workPlaced(board, plan);
  return {
    score: cost,
    rounds,
    placed: [...(yield* confirmed(board.facts, placed)), ...board.facts.staying.flatMap(staying)],
    leftOut: yield* leftOutOf(board, placed, leftOutWork(board.facts, placed)),
  };
}

/** The planned board with another plan of the same model, where that costs less with all counts kept. */
export function betterOf(planned: PlannedBoard, other: readonly PlanPlacement[]): PlannedBoard {
  const { board } = planned;
  const plan = finished(board, other);
  const cost = totalOf(termsOf(board.model, plan));
  if (cost >= planned.cost) return planned;
  const isLost = leftOutWork(board.facts, workPlaced(board, plan)).some(({ id }) => board.facts.standing.has(id));
  return isLost ? planned : { ...planned, plan, cost };
}

/** The plan as its progress is told. */
export function toldOf({ board, plan, cost, rounds }: PlannedBoard): PlanProgress {
  const placed = workPlaced(board, plan).length;
  return progressOf(board, { rounds, cost, placed });
}

function searchOptions(board: BoardModel, { seed, used, onBetter }: PlanBoardOptions): SearchOptions {
  return {
    seed,
    // Where nobody works, or nothing is to be done, there is nothing to search.
    used: board.shifts.length === 0 || board.facts.work.length === 0 ? () => 1 : used,
    ...(onBetter === undefined ? {} : { onBetter: (better) => onBetter(progressOf(board, better)) }),
  };
}

function progressOf(
  { facts }: BoardModel,
  { rounds, cost, placed }: { readonly rounds: number; readonly cost: number; readonly placed: number },
): PlanProgress {
  const done = Math.min(facts.work.length, placed);
  return { rounds, score: cost, placed: done + facts.staying.length, leftOut: facts.work.length - done };
}

function leftOutWork({ work }: BoardFacts, placed: readonly WorkPlaced[]): readonly PlanWork[] {
  const done = new Set(placed.map((one) => one.work));
  return work.filter((one) => !done.has(one));
}

function* confirmed({ kept, regular }: BoardFacts, placed: readonly WorkPlaced[]): Steps<readonly Placed[]> {
  const index = (context: PlacementContext): BusyIndex => busyIndexOf(withPlacements(context, placed), kept.travel);
  const strict = index(kept.context);
  const real = kept === regular ? strict : index(regular.context);
  const answers: Placed[] = [];
  for (const { work, placement } of placed) {
    const needs = plannedNeeds(work);
    const verdict = judge(placement, needs, strict);
    const block = verdict.reasons.find(({ severity }) => severity === 'block');
    if (block !== undefined) throw new Error(`The planner put ${work.id} where ${block.reason.rule} blocks it`);
    // What blocks without overtime is what overtime is a caution for.
    const { reasons } = real === strict ? verdict : judge(placement, needs, real);
    const cautions = reasons.map(({ reason }): JudgedReason => ({ severity: 'caution', reason }));
    answers.push({
      id: work.id,
      placement,
      facts: factsFor(placement, needs, real, { cautions: cautions.length }),
      cautions,
      moved: work.stands !== null && !isSame(work.stands, placement),
    });
    yield;
  }
  return answers;
}

/** What cannot be moved is answered where it stands. */
function staying({ id, stands }: PlanWork): readonly Placed[] {
  return stands === null ? [] : [{ id, placement: stands, facts: [], cautions: [], moved: false }];
}
