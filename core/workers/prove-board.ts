import type { FoundProof } from '../application/ports/planners.ts';
import { answerOf, betterOf, type PlannedBoard } from '../planning/board/plan-board.ts';
import type { PlanAnswer } from '../planning/board/request.ts';
import { notProvable } from '../planning/prove/provable.ts';
import { provePlan } from './prove-plan.ts';

export interface ProvedBoard {
  /** Of the plan that was found, or of the better one that the proof found. */
  readonly answer: PlanAnswer;
  readonly proof: FoundProof;
}

/**
 * Proves how good the plan of a board is among all that the planner may make of it, where the search does not know that by
 * itself. Whatever goes wrong with that, the plan remains. `begins` is told when there is something to prove; this thread then answers nothing for about `seconds`.
 */
export async function proveBoard(found: PlannedBoard, seconds: number, begins: () => void): Promise<ProvedBoard> {
  if (!found.isHeld && found.least !== null)
    return { answer: answerOf(found), proof: { known: true, bound: found.least, seconds: 0 } };
  const why = found.isHeld ? 'counts' : notProvable(found.board.model);
  if (why !== undefined) return { answer: answerOf(found), proof: { known: false, why } };
  begins();
  try {
    const proof = await provePlan(found.board.model, found.plan, seconds);
    if (typeof proof === 'string') return { answer: answerOf(found), proof: { known: false, why: proof } };
    const { bound, placements } = proof;
    return { answer: answerOf(betterOf(found, placements)), proof: { known: true, bound, seconds: proof.seconds } };
  } catch (error) {
    const told = error instanceof Error ? error : new Error(String(error));
    return { answer: answerOf(found), proof: { known: false, why: 'failed', error: told } };
  }
}
