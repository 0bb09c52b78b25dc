import type { Steps } from '../../kernel/steps.ts';
import { busyIndexOf, type BusyIndex } from '../../domain/board/busy-index.ts';
import type { Reason } from '../../domain/rules/reason.ts';
import { RULEBOOK } from '../../domain/rules/rulebook.ts';
import type { Minutes } from '../../domain/time/instant.ts';
import { bestSlots } from '../slots/best-slots.ts';
import type { BoardModel } from './board-rows.ts';
import { freePlace } from './free-place.ts';
import { remediesFor, remedyFacts } from './remedies.ts';
import type { LeftOut, PlanWork } from './request.ts';
import { withPlacements, type WorkPlaced } from './with-placements.ts';

/** Why each piece of work is left out of the plan, and what would make it fit, found by looking at every start and hand; with a pause behind each. */
export function* leftOutOf(
  { facts }: BoardModel,
  placed: readonly WorkPlaced[],
  missing: readonly PlanWork[],
): Steps<readonly LeftOut[]> {
  if (missing.length === 0) return [];
  const { kept, request } = facts;
  const planned = busyIndexOf(withPlacements(kept.context, placed), kept.travel);
  const remedies = remedyFacts(planned, { placed, request });
  const answers: LeftOut[] = [];
  for (const work of missing) {
    const because = becauseOf(kept, work, request.step, placed);
    answers.push({ id: work.id, because, wouldFit: remediesFor(remedies, work) });
    yield;
  }
  return answers;
}

/** Asked of the board without anything that is planned: what has a place there had to give way. */
function becauseOf(kept: BusyIndex, work: PlanWork, step: Minutes, placed: readonly WorkPlaced[]): LeftOut['because'] {
  if (freePlace(kept, work, { step, placed }) !== null) return 'outranked';
  const { needs, alongside } = work;
  const { excluded } = bestSlots(kept, { needs, alongside, count: 1, step });
  let furthest: Reason | undefined;
  for (const { kind, because } of excluded) {
    if (kind !== 'technician' || typeof because === 'string') continue;
    if (furthest === undefined || placeOf(because) > placeOf(furthest)) furthest = because;
  }
  return furthest ?? 'no-free-time';
}

function placeOf({ rule }: Reason): number {
  return RULEBOOK.findIndex(({ name }) => name === rule);
}
