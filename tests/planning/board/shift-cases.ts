import { busyIndexOf } from '../../../core/domain/board/busy-index.ts';
import { judge } from '../../../core/domain/rules/judge.ts';
import { addMinutes, MINUTE, minutes, range, type Instant } from '../../../core/domain/time/instant.ts';
import type { ShiftedSlotRequest } from '../../../core/planning/board/shifted-slots.ts';
import type { PlanWork } from '../../../core/planning/board/request.ts';
import { plannedNeeds, withPlacements, type WorkPlaced } from '../../../core/planning/board/with-placements.ts';
import { DEFAULT_POLICY } from '../../../core/domain/organization/organization.ts';
import { DEFAULT_PLANNING } from '../../../core/domain/organization/planning-terms.ts';
import { withoutAppointments } from '../../../core/domain/board/without-appointments.ts';
import { at, bay, context, inBay, lead, needs, NORTH, span, technician } from '../../domain/board/a-context.ts';
import { standing, tray } from './a-request.ts';
import type { Dice } from '../random-context.ts';

const STEP = 30;

/** A morning of two technicians and one bay with up to three appointments, most of which may move a little. */
export function randomShiftCase(throws: Dice): ShiftedSlotRequest {
  const shifts = technician('x').shifts.map((one) => ({ ...one, ...span('08:00', '12:00'), closed: [] }));
  const names = throws.chance(50) ? ['ann'] : ['ann', 'bob'];
  let facts = context({
    policy: { ...DEFAULT_POLICY, planning: { ...DEFAULT_PLANNING, perMovedPromise: 10_000 } },
    technicians: names.map((name) => technician(name, { shifts })),
    bays: [
      bay('lift', { turnover: minutes(throws.pick([0, 30])), open: [span('08:00', throws.pick(['11:30', '12:00']))] }),
    ],
  });
  const movable: PlanWork[] = [];
  for (let number = 0; number < 3; number += 1) {
    const from = addMinutes(at('08:00'), STEP * throws.int(0, 6));
    const isIn = throws.chance(50);
    const windows = [range(addMinutes(from, -30 * throws.int(0, 2)), addMinutes(from, 30 * throws.int(0, 3)))];
    const own = {
      duration: minutes(throws.pick([30, 60])),
      windows,
      capabilities: isIn ? ['lift'] : null,
      place: !isIn && throws.chance(30) ? { address: '', coordinates: NORTH } : null,
    };
    const clock = new Date(from).toISOString().slice(11, 16);
    const work = standing(`m${number}`, [clock, throws.pick(names), isIn ? 'lift' : undefined], own);
    const placement = work.stands;
    if (placement === null || judge(placement, work.needs, busyIndexOf(facts)).level === 'block') continue;
    facts = withPlacements(facts, [{ work, placement }]);
    if (throws.chance(85)) movable.push(work);
  }
  const capabilities = throws.chance(50) ? ['lift'] : null;
  const own = needs({ duration: minutes(throws.pick([60, 90])), capabilities });
  return { context: facts, movable, needs: own, alongside: [], within: null, step: minutes(STEP), count: 1 };
}

/** The fewest that have to move for a slot that needs somebody to, found by trying every start of everybody; null for none. */
export function fewestByHand({ context: facts, movable, needs: own }: ShiftedSlotRequest): number | null {
  const wanted = tray('wanted', own);
  const base = withoutAppointments(facts, new Set(movable.flatMap((one) => one.needs.appointmentId ?? [])));
  const bays = own.capabilities === null ? [[]] : facts.bays.map(({ id }) => [inBay(id)]);
  const placements = facts.technicians.flatMap(({ id }) =>
    bays.flatMap((inside) =>
      starts().map((start) => ({ start, end: addMinutes(start, own.duration), claims: [lead(id), ...inside] })),
    ),
  );
  const fewest = placements.map(() => Infinity);
  for (const others of arrangements(movable)) {
    if (!isAllowed(base, others)) continue;
    const moved = others.filter(({ work, placement }) => placement.start !== work.stands?.start).length;
    const index = busyIndexOf(withPlacements(base, others));
    for (const [place, placement] of placements.entries()) {
      if (moved >= (fewest[place] ?? 0)) continue;
      if (judge(placement, plannedNeeds(wanted), index).level !== 'block') fewest[place] = moved;
    }
  }
  // Where nobody has to move there is a free slot already.
  const least = Math.min(...fewest.filter((moved) => moved > 0));
  return least === Infinity ? null : least;
}

function isAllowed(base: ShiftedSlotRequest['context'], others: readonly WorkPlaced[]): boolean {
  if (!keepsOrder(base, others)) return false;
  const index = busyIndexOf(withPlacements(base, others));
  return others.every(({ work, placement }) => judge(placement, plannedNeeds(work), index).level !== 'block');
}

/** Those who share a technician or a bay follow each other as they did, and nobody goes past what stays. */
function keepsOrder(base: ShiftedSlotRequest['context'], others: readonly WorkPlaced[]): boolean {
  return others.every(({ work, placement }) =>
    placement.claims.every(({ resourceId }) => {
      const [was, is] = [work.stands?.start ?? 0, placement.start];
      const lane = [...base.technicians, ...base.bays].find(({ id }) => id === resourceId);
      const beside = others.filter((one) => one.placement.claims.some((claim) => claim.resourceId === resourceId));
      return (
        lane?.busy.every(({ start }) => was < start === is < start) === true &&
        beside.every((one) => was < (one.work.stands?.start ?? 0) === is < one.placement.start)
      );
    }),
  );
}

function* arrangements(movable: readonly PlanWork[]): Generator<readonly WorkPlaced[]> {
  const [work, ...rest] = movable;
  if (work === undefined) {
    yield [];
    return;
  }
  for (const others of arrangements(rest))
    for (const start of starts()) {
      const end = addMinutes(start, work.needs.duration);
      yield [{ work, placement: { start, end, claims: work.stands?.claims ?? [] } }, ...others];
    }
}

function starts(): readonly Instant[] {
  const count = (at('12:00') - at('08:00')) / MINUTE / STEP;
  return Array.from({ length: count }, (_, number) => addMinutes(at('08:00'), STEP * number));
}
