import { busyIndexOf } from '../../../core/domain/board/busy-index.ts';
import type { PlacementContext } from '../../../core/domain/board/placement-context.ts';
import type { Placement } from '../../../core/domain/board/placement.ts';
import { judge } from '../../../core/domain/rules/judge.ts';
import { addMinutes, minutes } from '../../../core/domain/time/instant.ts';
import type { Claim } from '../../../core/domain/work/appointment.ts';
import type { PlanRequest, PlanTerms, PlanWork } from '../../../core/planning/board/request.ts';
import { withPlacements } from '../../../core/planning/board/with-placements.ts';
import { startAt, startGridOf } from '../../../core/planning/slots/start-grid.ts';
import { appointment } from '../../domain/board/a-context.ts';
import { randomContext, randomNeeds, type Dice } from '../random-context.ts';

export const PLAIN: PlanTerms = {
  overtime: null,
  keptFree: { share: 0, perMinute: 0 },
  perMovedPromise: 60,
};

/** A piece of work with needs of any kind; a bay and a customer's place do not go together. */
export function randomWork(throws: Dice, facts: PlacementContext, id: string): PlanWork {
  const needs = randomNeeds(throws, facts);
  const place = needs.capabilities === null ? needs.place : null;
  return {
    id,
    needs: { ...needs, appointmentId: null, title: id, place },
    tier: throws.pick([null, 'standard', 'premium', 'fleet']),
    assistants: 0,
    alongside: alongsideOf(throws, facts),
    follows: null,
    stands: null,
  };
}

function alongsideOf(throws: Dice, facts: PlacementContext): readonly Claim[] {
  if (throws.chance(70)) return [];
  const one = throws.pick(facts.others);
  return [{ resourceId: one.id, role: one.kind, units: throws.int(1, 2) }];
}

/** Any start of the grid with any technician, and any bay where one is wanted. */
export function randomPlacement(throws: Dice, facts: PlacementContext, work: PlanWork, step: number): Placement {
  const grid = startGridOf(facts, step, null);
  const start = startAt(grid, throws.int(0, Math.max(0, grid.count - 1)));
  const claims: Claim[] = [{ resourceId: throws.pick(facts.technicians).id, role: 'lead', units: 1 }];
  if (work.needs.capabilities !== null && facts.bays.length > 0)
    claims.push({ resourceId: throws.pick(facts.bays).id, role: 'bay', units: 1 });
  return { start, end: addMinutes(start, work.needs.duration), claims: [...claims, ...work.alongside] };
}

/** Two random days with up to `most` pieces of work; some of it stands where nothing speaks against it. */
export function randomRequest(throws: Dice, most: number, step: number): PlanRequest {
  let context = randomContext(throws);
  const work = Array.from({ length: throws.int(1, most) }, (_, number): PlanWork => {
    const one = randomWork(throws, context, `w${number}`);
    for (let tries = 0; tries < 12; tries += 1) {
      const placement = randomPlacement(throws, context, one, step);
      const needs = { ...one.needs, appointmentId: appointment(one.id) };
      const isBare = one.needs.capabilities !== null && context.bays.length === 0;
      if (isBare || judge(placement, needs, busyIndexOf(context)).level === 'block') continue;
      const stands = { ...one, needs, stands: placement };
      context = withPlacements(context, [{ work: stands, placement }]);
      return stands;
    }
    return one;
  });
  return { context, work, terms: PLAIN, step: minutes(step) };
}
