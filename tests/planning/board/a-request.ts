import type { PlacementContext } from '../../../core/domain/board/placement-context.ts';
import type { PlacementNeeds } from '../../../core/domain/board/placement.ts';
import { minutes } from '../../../core/domain/time/instant.ts';
import { planBoard } from '../../../core/planning/board/plan-board.ts';
import type { PlanAnswer, PlanRequest, PlanWork } from '../../../core/planning/board/request.ts';
import { appointment, context, inBay, lead, needs, placed } from '../../domain/board/a-context.ts';
import { withPlacements } from '../../../core/planning/board/with-placements.ts';
import { PLAIN } from './random-request.ts';

/** One hour of work from the tray. */
export function tray(id: string, own: Partial<PlacementNeeds> = {}, more: Partial<PlanWork> = {}): PlanWork {
  return {
    id,
    needs: needs({ title: id, ...own }),
    tier: null,
    assistants: 0,
    alongside: [],
    follows: null,
    stands: null,
    ...more,
  };
}

/** The same where it stands already: `[08:00, ann]` or `[08:00, ann, lift]`. */
export function standing(
  id: string,
  [from, technician, bay]: readonly [string, string, (string | undefined)?],
  own: Partial<PlacementNeeds> = {},
): PlanWork {
  const work = tray(id, { ...own, appointmentId: appointment(id) });
  const claims = [lead(technician), ...(bay === undefined ? [] : [inBay(bay)])];
  return { ...work, stands: placed(from, work.needs.duration, ...claims) };
}

/** A request about these facts; what stands is among what is busy. */
export function request(
  facts: Partial<PlacementContext>,
  work: readonly PlanWork[],
  more: Partial<PlanRequest> = {},
): PlanRequest {
  const there = work.flatMap((one) => (one.stands === null ? [] : [{ work: one, placement: one.stands }]));
  return { context: withPlacements(context(facts), there), work, terms: PLAIN, step: minutes(15), ...more };
}

export function planned(asked: PlanRequest, rounds = 200): PlanAnswer {
  return planBoard(asked, { seed: 1, used: (done) => done / rounds });
}
