import { minutes, range } from '../../../domain/time/instant.ts';
import type { PlanRequest } from '../../../planning/board/request.ts';
import { loadPlacementContext } from '../../placement-context.ts';
import type { Planners } from '../../ports/planners.ts';
import type { Reader } from '../../ports/store.ts';
import type { Scene } from '../../use-case.ts';
import { isMovable } from '../movable.ts';
import { ofAppointment, termsOf, type PlannedWork } from '../plan-request.ts';
import type { Proposal } from '../lines.ts';
import type { Solved } from './smallest.ts';
import type { Trouble } from './trouble.ts';

/** Rounds of a search that has to answer while somebody waits, and the days in which others give way. */
const ROUNDS = 320;
const DAYS = 2;
const STEP = minutes(15);
/** A repair is no time to plan better: whoever does not have to move stays. New work is worth what the location says. */
const PER_MOVED = 600;

/** Plans the affected work together with what stands around it, at the price of moved promises; null when it finds no place. */
export async function othersMove(
  read: Reader,
  scene: Scene,
  planners: Planners,
  trouble: Pick<Trouble, 'location' | 'context' | 'affected' | 'change'>,
): Promise<Solved | null> {
  const { location, affected } = trouble;
  const first = trouble.context.days[0];
  const last = trouble.context.days[Math.min(DAYS, trouble.context.days.length) - 1];
  if (first === undefined || last === undefined || affected.length === 0) return null;
  const days = range(first.from, last.to);
  // What stands on another day, or should have begun, is no row of such a plan.
  const isIn = ({ work: { stands } }: PlannedWork): boolean =>
    stands === null || (stands.start >= scene.now && days.from <= stands.start && stands.end <= days.to);
  if (!affected.every(isIn)) return null;
  const own = new Set(affected.flatMap(({ appointment }) => appointment?.id ?? []));
  const around: PlannedWork[] = [];
  for (const one of await read.appointmentsAt(location.id, days))
    if (!own.has(one.id) && isMovable(one, days, scene)) around.push(await ofAppointment(read, scene, one));
  const planned = [...affected, ...around];
  const parts = planned.flatMap(({ work }) => work.needs.parts.map((need) => need.partId));
  const context = await loadPlacementContext(read, scene, {
    locationId: location.id,
    date: first.date,
    days: Math.min(DAYS, trouble.context.days.length),
    partIds: [...new Set(parts)],
  });
  const facts = trouble.change(context);
  const isNew = affected.some(({ appointment }) => appointment === null);
  const request: PlanRequest = {
    context: facts,
    work: planned.map(({ work }) => work),
    terms: termsOf(facts, { overtime: false, perMovedPromise: isNew ? null : PER_MOVED }),
    step: STEP,
  };
  const { signal } = new AbortController();
  const order = { request, seed: 1, milliseconds: 0, rounds: ROUNDS, withBefore: false, prove: null };
  const { answer } = await planners.plan(order, { told: () => undefined, signal });
  const byId = new Map(planned.map((one) => [one.work.id, one]));
  const proposals = answer.placed.flatMap(({ id, placement, facts: why, cautions, moved }): readonly Proposal[] => {
    const one = byId.get(id);
    if (one === undefined || (one.appointment !== null && !moved)) return [];
    return [{ planned: one, placement, facts: why, cautions }];
  });
  const left = new Set(answer.leftOut.map((one) => one.id));
  if (affected.some(({ work }) => left.has(work.id))) return null;
  const mine = new Set(affected.map(({ work }) => work.id));
  const isAlone = proposals.every(({ planned: one }) => mine.has(one.work.id));
  return { freedom: isAlone ? 'other-time' : 'others-move', proposals: proposals.toSorted(byStart), missing: [] };
}

function byStart(a: Proposal, b: Proposal): number {
  return (a.placement?.start ?? 0) - (b.placement?.start ?? 0);
}
