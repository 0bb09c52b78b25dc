import { busyIndexOf, type BusyIndex } from '../../domain/board/busy-index.ts';
import type { PlacementContext, TechnicianFacts } from '../../domain/board/placement-context.ts';
import type { TravelTime } from '../../domain/board/travel.ts';
import { withoutAppointments } from '../../domain/board/without-appointments.ts';
import type { Severity } from '../../domain/organization/organization.ts';
import type { RuleName } from '../../domain/rules/reason.ts';
import { addMinutes, instant, type Minutes } from '../../domain/time/instant.ts';
import type { AppointmentId } from '../../domain/work/appointment.ts';
import { startGridOf, type StartGrid } from '../slots/start-grid.ts';
import { clockOf, type BoardClock } from './board-clock.ts';
import type { PlanRequest, PlanWork } from './request.ts';
import { standingOf, type Standing } from './standing.ts';

/** Everything about one request that its model and its answer are made from. */
export interface BoardFacts {
  readonly request: PlanRequest;
  readonly clock: BoardClock;
  readonly grid: StartGrid;
  /** What the planner keeps to, without any of the work that it may place: its policy is strict, its shifts have their overtime. */
  readonly kept: BusyIndex;
  /** The rulebook's own view of the same. */
  readonly regular: BusyIndex;
  /** The work that is planned; what stands and can be no row of the model is left out and stays. */
  readonly work: readonly PlanWork[];
  readonly staying: readonly PlanWork[];
  /** Work that stands where it may, by id. */
  readonly standing: ReadonlyMap<string, Standing>;
}

/**
 * Rules whose breach no single start has a price for, because it depends on what stands beside it or on the bay. The
 * planner keeps them as if they blocked even where they are only a caution: to break one is a person's decision.
 */
const ALWAYS_KEPT: ReadonlySet<string> = new Set([
  'travel-fits',
  'daily-maximum',
  'bay-free',
  'bay-open',
  'bay-capable',
  'capacity-limit',
] satisfies readonly RuleName[]);

/** `stays` names work that is not to be moved although it could be. */
export function boardFactsOf(
  request: PlanRequest,
  travel?: TravelTime,
  stays: ReadonlySet<string> = new Set(),
): BoardFacts {
  const { context, step, terms } = request;
  const most = terms.overtime?.most ?? null;
  const strictly = (facts: PlacementContext): PlacementContext => strict(most === null ? facts : longer(facts, most));
  const { movable, staying, standing } = standingOf(request.work, stays, {
    real: busyIndexOf(context, travel),
    strict: busyIndexOf(strictly(context), travel),
  });
  const gone = new Set(movable.flatMap(({ needs }) => needs.appointmentId ?? []));
  const rest = withoutAppointments(context, gone);
  const regular = busyIndexOf(rest, travel);
  const kept = strictly(rest);
  return {
    request,
    clock: clockOf(context, step),
    grid: startGridOf(context, step, null),
    kept: kept === rest ? regular : busyIndexOf(kept, travel),
    regular,
    work: movable,
    staying,
    standing,
  };
}

/** The appointment that the work is or will be, for the lists of what is busy. */
export function appointmentOf({ id, needs }: PlanWork): AppointmentId {
  return needs.appointmentId ?? (id as AppointmentId);
}

function strict(context: PlacementContext): PlacementContext {
  const { policy } = context;
  const said = Object.entries(policy.severities).map(([name, severity]): [string, Severity] => [
    name,
    severity === 'caution' && ALWAYS_KEPT.has(name) ? 'block' : severity,
  ]);
  const isSame = said.every(([name, severity]) => policy.severities[name] === severity);
  return isSame ? context : { ...context, policy: { ...policy, severities: Object.fromEntries(said) } };
}

/** The same days with every shift so much longer, up to the next one of the same person. */
export function longer(context: PlacementContext, most: Minutes): PlacementContext {
  const later = (technician: TechnicianFacts): TechnicianFacts => {
    const shifts = technician.shifts.toSorted((a, b) => a.from - b.from);
    return {
      ...technician,
      shifts: shifts.map((shift, place) => {
        const next = shifts[place + 1]?.from ?? Infinity;
        return { ...shift, to: instant(Math.max(shift.to, Math.min(next, addMinutes(shift.to, most)))) };
      }),
    };
  };
  return { ...context, technicians: context.technicians.map(later) };
}
