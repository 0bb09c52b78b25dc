import { busyIndexOf } from '../../../core/domain/board/busy-index.ts';
import type { BusyClaim, PlacementContext } from '../../../core/domain/board/placement-context.ts';
import type { Placement, PlacementNeeds } from '../../../core/domain/board/placement.ts';
import { judge } from '../../../core/domain/rules/judge.ts';
import { addMinutes, minutes } from '../../../core/domain/time/instant.ts';
import type { Claim } from '../../../core/domain/work/appointment.ts';
import type { PlanRequest, PlanTerms, PlanWork } from '../../../core/planning/board/request.ts';
import { withPlacements } from '../../../core/planning/board/with-placements.ts';
import { gridCeil, gridFloor, startAt, startGridOf } from '../../../core/planning/slots/start-grid.ts';
import { appointment } from '../../domain/board/a-context.ts';
import { randomContext, randomNeeds, stretch, type Dice } from '../random-context.ts';

export const PLAIN: PlanTerms = {
  overtime: null,
  keptFree: { share: 0, perMinute: 0 },
  perMovedPromise: 60,
};

/** Most of what is random is for nobody; half of the work is for anybody. */
const EASY = { skills: [], forbiddenTechnicians: [], windows: [] } satisfies Partial<PlacementNeeds>;

/** A piece of work with needs of any kind; a bay and a customer's place do not go together. */
export function randomWork(throws: Dice, facts: PlacementContext, id: string): PlanWork {
  const needs = randomNeeds(throws, facts);
  const place = needs.capabilities === null ? needs.place : null;
  return {
    id,
    needs: {
      ...needs,
      parts: needs.parts.map((one) => (throws.chance(20) ? { ...one, critical: false } : one)),
      appointmentId: null,
      title: id,
      place,
      ...(throws.chance(50) ? EASY : {}),
    },
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

/** Any start of the grid with any technician, mostly inside a shift, and any bay where one is wanted. */
export function randomPlacement(throws: Dice, facts: PlacementContext, work: PlanWork, step: number): Placement {
  const grid = startGridOf(facts, step, null);
  const technician = throws.pick(facts.technicians);
  let [first, last] = [0, Math.max(0, grid.count - 1)];
  if (technician.shifts.length > 0 && throws.chance(95)) {
    const shift = throws.pick(technician.shifts);
    first = gridCeil(grid, shift.from);
    last = Math.max(first, gridFloor(grid, addMinutes(shift.to, -work.needs.duration)));
  }
  const start = startAt(grid, throws.int(first, last));
  const claims: Claim[] = [{ resourceId: technician.id, role: 'lead', units: 1 }];
  if (work.needs.capabilities !== null && facts.bays.length > 0)
    claims.push({ resourceId: throws.pick(facts.bays).id, role: 'bay', units: 1 });
  return { start, end: addMinutes(start, work.needs.duration), claims: [...claims, ...work.alongside] };
}

/** With half of what is booked, so that there is room for more. */
function thinned(throws: Dice, context: PlacementContext): PlacementContext {
  const some = <T extends { readonly busy: readonly BusyClaim[] }>(facts: T): T => ({
    ...facts,
    busy: facts.busy.filter(() => throws.chance(50)),
  });
  const technicians = context.technicians.map(some);
  const orders = throws.chance(30);
  const busyOf = new Map(technicians.map(({ id, busy }) => [id, busy]));
  return {
    ...context,
    technicians,
    parts: orders
      ? context.parts.map((one) => ({ ...one, orderableFrom: stretch(throws, 8, 15, [5]).from }))
      : context.parts,
    bays: context.bays.map(some),
    others: context.others.map((one) => ({
      ...some(one),
      members: one.members.map((member) => ({ ...member, busy: busyOf.get(member.id) ?? [] })),
    })),
  };
}

/** Everything open day and night, and the first technician at work over midnight. */
function roundTheClock(context: PlacementContext): PlacementContext {
  const open = [context.range];
  const [day] = context.days;
  if (day === undefined) throw new Error('A context has days');
  const night = { from: addMinutes(day.from, 20 * 60), to: addMinutes(day.to, 3 * 60), date: day.date, closed: [] };
  return {
    ...context,
    open,
    bays: context.bays.map((one) => ({ ...one, open })),
    others: context.others.map((one) => ({ ...one, open })),
    technicians: context.technicians.map((one, place) => (place === 0 ? { ...one, shifts: [night] } : one)),
  };
}

/** Two random days with up to `most` pieces of work; some of it stands where nothing speaks against it. */
export function randomRequest(throws: Dice, most: number, step: number): PlanRequest {
  const plain = thinned(throws, randomContext(throws));
  let context = throws.chance(20) ? roundTheClock(plain) : plain;
  const work = Array.from({ length: throws.int(1, most) }, (_, place): PlanWork => {
    const one = randomWork(throws, context, `w${place}`);
    const tries = throws.pick([0, 0, 25]);
    for (let number = 0; number < tries; number += 1) {
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

/** The same with crews, work that follows other work, overtime and time kept free for emergencies. */
export function variedRequest(throws: Dice, most: number, step: number): PlanRequest {
  const plain = randomRequest(throws, most, step);
  const [first] = plain.work;
  return {
    ...plain,
    terms: {
      overtime: throws.chance(50) ? { most: minutes(throws.pick([30, 120])), perMinute: 2 } : null,
      keptFree: throws.chance(30) ? { share: 0.2, perMinute: 1 } : PLAIN.keptFree,
      perMovedPromise: throws.pick([0, 60]),
    },
    work: plain.work.map((work) => {
      if (work.stands !== null || first === undefined || work === first) return work;
      if (throws.chance(20)) return ordering(throws, work);
      if (throws.chance(25)) return { ...work, assistants: 1 };
      if (throws.chance(25)) return { ...work, follows: { id: first.id, gap: minutes(throws.pick([0, 30])) } };
      return work;
    }),
  };
}

/** With its parts on order for itself alone. */
function ordering(throws: Dice, work: PlanWork): PlanWork {
  const parts = work.needs.parts.map((one) => ({
    ...one,
    ordered: { quantity: throws.int(1, 2), at: stretch(throws, 7, 14, [5]).from },
  }));
  return { ...work, needs: { ...work.needs, parts } };
}
