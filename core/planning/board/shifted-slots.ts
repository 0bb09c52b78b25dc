import { busyIndexOf, type BusyIndex } from '../../domain/board/busy-index.ts';
import type { Fact } from '../../domain/board/fact.ts';
import { factsFor } from '../../domain/board/facts-for.ts';
import type { PlacementContext } from '../../domain/board/placement-context.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { TravelTime } from '../../domain/board/travel.ts';
import { withoutAppointments } from '../../domain/board/without-appointments.ts';
import { judge } from '../../domain/rules/judge.ts';
import { MINUTE, type Instant, type InstantRange, type Minutes } from '../../domain/time/instant.ts';
import type { AppointmentId, Claim } from '../../domain/work/appointment.ts';
import { confidenceOf } from '../slots/confidence.ts';
import { partsOfSlot } from '../slots/parts-of-slot.ts';
import type { Slot } from '../slots/request.ts';
import { instantAt } from './board-clock.ts';
import { appointmentOf, boardFactsOf } from './board-facts.ts';
import { boardModelOf } from './board-model.ts';
import { warmPlan, workPlaced } from './board-plan.ts';
import type { BoardModel } from './board-rows.ts';
import type { PlanRequest, PlanWork } from './request.ts';
import { shiftedPlans, type ShiftedPlan } from './shift-search.ts';
import { plannedNeeds, withPlacements, type WorkPlaced } from './with-placements.ts';

export interface ShiftedSlotRequest {
  readonly context: PlacementContext;
  readonly needs: PlacementNeeds;
  readonly alongside: readonly Claim[];
  readonly step: Minutes;
  /** Starts lie in it; null takes all the days. */
  readonly within: InstantRange | null;
  /** How many are wanted, at least 1. */
  readonly count: number;
  /** What stands and may be shifted in time, within the windows of its needs, on the same technician and bay. */
  readonly movable: readonly PlanWork[];
  readonly travel?: TravelTime;
}

/** A slot that is free once others have moved a little, all of them within what they were promised. */
export interface ShiftedSlot extends Slot {
  readonly moves: readonly MovedWork[];
}

export interface MovedWork {
  readonly appointmentId: AppointmentId;
  readonly title: string;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * The best slots for which unlocked appointments have to make room. Each is confirmed by the rulebook with everybody where
 * they would then be. They differ as the best slots do; those that nobody has to move for are no concern of this.
 */
export function shiftedSlots(request: ShiftedSlotRequest): readonly ShiftedSlot[] {
  const { count, within } = request;
  const board = boardOf(request);
  const own = board.facts.work.length - 1;
  if (board.facts.work[own]?.stands !== null) return [];
  const standing = warmPlan(board);
  const { jobs } = board.model;
  const takes = standing.filter(({ job }) => jobs.partFirst[job] !== jobs.partFirst[job + 1]);
  const perMoved = board.facts.request.terms.perMovedPromise;
  const plans = shiftedPlans({
    model: board.model,
    standing,
    notSooner: new Set(takes.map(({ job }) => job)),
    job: own,
    perMoved,
  });
  const chosen: Confirmed[] = [];
  for (const plan of plans) {
    // One more, whose distance is the margin of the last.
    if (chosen.length > count) break;
    const start = instantAt(board.facts.clock, plan.own.start);
    if (within !== null && (start < within.from || start >= within.to)) continue;
    if (!chosen.every((one) => differ(board, one.plan, plan))) continue;
    const confirmed = confirm(board, standing, plan);
    if (confirmed !== null) chosen.push(confirmed);
  }
  return chosen.slice(0, count).map((one, place) => slotOf(board, one, chosen[place + 1], perMoved));
}

/** What stands where it may not, or as the model cannot say, stays where it is. */
function boardOf({ context, needs, alongside, step, movable, travel }: ShiftedSlotRequest): BoardModel {
  // Several people at once would all have to agree on another start.
  const others = movable.filter((one) => one.needs.appointmentId !== needs.appointmentId && one.assistants === 0);
  const free = needs.appointmentId === null ? context : withoutAppointments(context, new Set([needs.appointmentId]));
  const { perMovedPromise } = context.policy.planning;
  const request = (work: readonly PlanWork[]): PlanRequest => ({
    context: free,
    work,
    terms: { overtime: null, keptFree: { share: 0, perMinute: 0 }, perMovedPromise },
    step,
  });
  const { standing } = boardFactsOf(request(others), travel);
  const wanted: PlanWork = {
    id: needs.appointmentId ?? 'wanted',
    needs,
    tier: null,
    assistants: 0,
    alongside,
    follows: null,
    stands: null,
  };
  return boardModelOf(request([...others.filter(({ id }) => standing.has(id)), wanted]), travel);
}

interface Confirmed {
  readonly plan: ShiftedPlan;
  readonly own: WorkPlaced;
  readonly moved: readonly WorkPlaced[];
  readonly index: BusyIndex;
}

/** Null when the rulebook blocks somebody: parts, counts and pools are not in the orders. */
function confirm(board: BoardModel, standing: ReturnType<typeof warmPlan>, plan: ShiftedPlan): Confirmed | null {
  const to = new Map(plan.moved.map((one) => [one.job, one]));
  const placed = workPlaced(board, [...standing.map((one) => to.get(one.job) ?? one), plan.own]);
  const index = busyIndexOf(withPlacements(board.facts.kept.context, placed), board.facts.kept.travel);
  const own = placed.find(({ work }) => work.stands === null);
  const moved = placed.filter(({ work }) => to.has(board.facts.work.indexOf(work)));
  const isClear = ({ work, placement }: WorkPlaced): boolean =>
    judge(placement, plannedNeeds(work), index).level !== 'block';
  if (!moved.every(isPromised)) return null;
  return own !== undefined && [own, ...moved].every(isClear) ? { plan, own, moved, index } : null;
}

/** Whatever the organization thinks of the rule: nobody is moved out of what was promised. */
function isPromised({ work: { needs }, placement: { start } }: WorkPlaced): boolean {
  return needs.windows.length === 0 || needs.windows.some(({ from, to }) => from <= start && start <= to);
}

function slotOf(board: BoardModel, one: Confirmed, next: Confirmed | undefined, perMoved: number): ShiftedSlot {
  const { own, moved, index, plan } = one;
  const { work, placement } = own;
  const { reasons } = judge(placement, plannedNeeds(work), index);
  const facts: readonly Fact[] = [
    ...factsFor(placement, plannedNeeds(work), index, { cautions: reasons.length }),
    { fact: 'others-move', appointments: moved.length, cost: perMoved * moved.length },
  ];
  const technician = board.shifts[plan.own.shift]?.lane.facts;
  const bay = board.bays[plan.own.bayDay]?.lane.facts;
  return {
    start: placement.start,
    end: placement.end,
    technician: technician === undefined ? null : { id: technician.id, name: technician.name },
    bay: bay === undefined ? null : { id: bay.id, name: bay.name },
    score: Math.round(100 * facts.reduce((sum, { cost }) => sum + cost, 0)) / 100,
    // What others have made room for has no minute to spare.
    confidence: confidenceOf(next === undefined ? Infinity : next.plan.cost - plan.cost, 0),
    parts: partsOfSlot(work.needs.parts, facts, reasons),
    facts,
    cautions: reasons,
    moves: moved.map((other) => ({
      appointmentId: appointmentOf(other.work),
      title: other.work.needs.title,
      from: other.work.stands?.start ?? other.placement.start,
      to: other.placement.start,
    })),
  };
}

const APART = 60;

function differ({ facts, shifts }: BoardModel, one: ShiftedPlan, other: ShiftedPlan): boolean {
  if (shifts[one.own.shift]?.lane !== shifts[other.own.shift]?.lane) return true;
  if (Math.abs(one.own.start - other.own.start) >= APART) return true;
  const { days } = facts.kept.context;
  const half = (minute: number): number => {
    const at = facts.clock.origin + minute * MINUTE;
    const day = days.findIndex(({ to }) => at < to);
    return 2 * day + (at < (days[day]?.noon ?? 0) ? 0 : 1);
  };
  return half(one.own.start) !== half(other.own.start);
}
