import type { RuleContent, RuleScope } from '../../../core/domain/rules/schedule-rule.ts';
import type { LocationId } from '../../../core/domain/organization/location.ts';
import { MINUTE } from '../../../core/domain/time/instant.ts';
import { lanesOf } from './needs.ts';
import type { LaneRow, RuleRow } from './rule-rows.ts';
import { every, type AppointmentRow, type Rows } from './rows.ts';

/** Narrow to wide; a kind of one location is narrower than the kind everywhere. */
const NARROW_FIRST = ['resource', 'service-type', 'kind-here', 'resource-kind', 'location', 'organization'];

function rank({ scope }: RuleRow): number {
  const isKindHere = scope.of === 'resource-kind' && scope.locationId !== null;
  return NARROW_FIRST.indexOf(isKindHere ? 'kind-here' : scope.of);
}

function goesBefore(a: RuleRow, b: RuleRow): boolean {
  if (rank(a) !== rank(b)) return rank(a) < rank(b);
  if (a.priority !== b.priority) return a.priority > b.priority;
  return a.name === b.name ? a.id < b.id : a.name < b.name;
}

export interface RuleOf<K extends RuleContent['kind']> extends Omit<RuleRow, 'rule'> {
  readonly rule: Extract<RuleContent, { kind: K }>;
}

/** The active rules of the kinds, the one that counts first in front. */
export function rulesOfKind<K extends RuleContent['kind']>(rows: Rows, ...kinds: readonly K[]): readonly RuleOf<K>[] {
  const names: readonly string[] = kinds;
  return every(rows, 'scheduleRule')
    .filter((one): one is RuleRow & RuleOf<K> => one.active && names.includes(one.rule.kind))
    .toSorted((a, b) => (goesBefore(a, b) ? -1 : 1));
}

export function speaksOfLane(scope: RuleScope, lane: LaneRow): boolean {
  switch (scope.of) {
    case 'organization':
      return true;
    case 'location':
      return scope.locationId === lane.locationId;
    case 'resource-kind':
      return scope.kind === lane.kind && [null, lane.locationId].includes(scope.locationId);
    case 'resource':
      return scope.resourceId === lane.id;
    case 'service-type':
      return false;
  }
}

export function speaksOfDoors(scope: RuleScope, locationId: LocationId): boolean {
  return scope.of === 'organization' || (scope.of === 'location' && scope.locationId === locationId);
}

/** Whether a rule of that scope is about a piece of work: everything here, its service, or somebody who does it. */
export function speaksOfWork(
  rows: Rows,
  scope: RuleScope,
  work: Pick<AppointmentRow, 'claims' | 'serviceTypeId'>,
): boolean {
  if (scope.of === 'organization' || scope.of === 'location') return true;
  if (scope.of === 'service-type') return scope.serviceTypeId === work.serviceTypeId;
  const lanes = lanesOf(rows).filter((lane) => speaksOfLane(scope, lane));
  return lanes.some((lane) => work.claims.some((claim) => claim.resourceId === lane.id));
}

const SCALE = ['low', 'normal', 'high', 'urgent'];

/** The rule for which somebody without the right to approve has to ask first; null when nobody has to be asked. */
export function approvalWanted(
  rows: Rows,
  one: Pick<AppointmentRow, 'start' | 'end' | 'claims' | 'serviceTypeId' | 'priority'>,
): RuleRow | null {
  const length = (one.end - one.start) / MINUTE;
  const first = rulesOfKind(rows, 'auto-approval', 'require-approval').find(({ scope, rule }) => {
    const isLongEnough = rule.kind === 'auto-approval' || length >= (rule.minimumDuration ?? 0);
    const isShortEnough = rule.kind === 'require-approval' || length <= (rule.maximumDuration ?? Infinity);
    const isUrgentEnough = SCALE.indexOf(one.priority) >= SCALE.indexOf(rule.minimumPriority ?? 'low');
    return isLongEnough && isShortEnough && isUrgentEnough && speaksOfWork(rows, scope, one);
  });
  return first?.rule.kind === 'require-approval' ? first : null;
}
