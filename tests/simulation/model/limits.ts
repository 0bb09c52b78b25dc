import { MINUTE } from '../../../core/domain/time/instant.ts';
import { all, dayOf, weekOf } from './opening.ts';
import type { LaneRow } from './rule-rows.ts';
import { every, type AppointmentRow, type Model, type Rows } from './rows.ts';
import { rulesOfKind, speaksOfDoors, speaksOfLane, speaksOfWork, type RuleOf } from './stored-rules.ts';
import type { Wanted } from './busy.ts';
import type { Site } from './site.ts';

type Limit = RuleOf<'capacity-limit'>;

/** Of one scope and period the first counts alone. */
function limitsOf(rows: Rows): readonly Limit[] {
  const key = ({ scope, rule }: Limit): string => `${Object.values(scope).join(' ')} ${rule.per}`;
  const rules = rulesOfKind(rows, 'capacity-limit');
  return rules.filter((one, index) => rules.findIndex((other) => key(other) === key(one)) === index);
}

/** Limits of the whole place, or of what is done. */
export function workIsFull(model: Model, site: Site, wanted: Wanted): boolean {
  return limitsOf(model.rows).some((limit) => {
    const { scope } = limit;
    const isOfService = scope.of === 'service-type' && scope.serviceTypeId === (wanted.needs?.serviceTypeId ?? null);
    const concerns = isOfService || speaksOfDoors(scope, site.locationId);
    return concerns && isReached(model, limit, wanted);
  });
}

/** Limits of somebody, alone or as one of a kind. */
export function laneIsFull(model: Model, lane: LaneRow, wanted: Wanted): boolean {
  return limitsOf(model.rows).some((limit) => {
    const isOfLanes = limit.scope.of === 'resource' || limit.scope.of === 'resource-kind';
    return isOfLanes && speaksOfLane(limit.scope, lane) && isReached(model, limit, wanted);
  });
}

function isReached(model: Model, { scope, rule }: Limit, wanted: Wanted): boolean {
  const { maximum, per } = rule;
  const others = every(model.rows, 'appointment').filter(
    (one) => one.id !== wanted.own && counts(one, model, per) && speaksOfWork(model.rows, scope, one),
  );
  if (per === 'moment')
    return !all(wanted.start, wanted.end, (at) => others.filter((one) => isOnAt(one, model, at)).length < maximum);
  const periodOf = per === 'day' ? dayOf : weekOf;
  return others.filter((one) => periodOf(one.start) === periodOf(wanted.start)).length >= maximum;
}

/** What was done counts for its day and week; a moment has only what occupies. */
function counts({ state }: AppointmentRow, { now }: Model, per: Limit['rule']['per']): boolean {
  if (state.status === 'completed') return per !== 'moment';
  if (state.status === 'held') return state.until > now;
  return state.status === 'confirmed' || state.status === 'in-progress';
}

function isOnAt({ start, end, state }: AppointmentRow, { now }: Model, at: number): boolean {
  return start < at + MINUTE && at < (state.status === 'in-progress' ? Math.max(end, now) : end);
}
