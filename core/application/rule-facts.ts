import {
  NO_RULES,
  type ApprovalFacts,
  type RuleFacts,
  type RuleSpan,
  type ServiceFacts,
} from '../domain/board/rule-facts.ts';
import type { LocationId } from '../domain/organization/location.ts';
import type { ResourceId } from '../domain/resources/resource.ts';
import { concernsResource } from '../domain/rules/rule-scope.ts';
import type { ScheduleRule } from '../domain/rules/schedule-rule.ts';
import type { ServiceTypeId } from '../domain/work/service-type.ts';
import { clip } from './hours-cache.ts';
import { loadLimits } from './limit-facts.ts';
import type { Reader } from './ports/store.ts';
import { hoursBy, loadRules, type RuledDays, type Rules } from './schedule-rules.ts';
import type { Scene } from './use-case.ts';

/** What the rules ask of work at a location on those days, with scopes, wall times and counts resolved. */
export async function loadRuleFacts(read: Reader, scene: Scene, rules: Rules, days: RuledDays): Promise<RuleFacts> {
  const services = servicesOf(scene, rules, days);
  if (rules.others.length === 0) return services.length === 0 ? NO_RULES : { ...NO_RULES, services };
  const spanOf = await spansAt(read, days.location.id);
  return {
    services,
    limits: await loadLimits(read, scene, rules.others, days, spanOf),
    approvals: rules.others.flatMap((rule) => approvalOf(rule, spanOf) ?? []),
  };
}

/** The approval rules of a location alone, in their precedence. */
export async function loadApprovals(read: Reader, locationId: LocationId): Promise<readonly ApprovalFacts[]> {
  const { others } = await loadRules(read);
  if (others.length === 0) return [];
  const spanOf = await spansAt(read, locationId);
  return others.flatMap((rule) => approvalOf(rule, spanOf) ?? []);
}

async function spansAt(read: Reader, locationId: LocationId): Promise<(rule: ScheduleRule) => RuleSpan | null> {
  const resources = (await read.all('resource')).filter((one) => one.locationId === locationId);
  return (rule) => spanIn(rule, locationId, resources);
}

/** Whom a rule is about at this location; null when it speaks about nothing here. */
function spanIn(
  { scope }: ScheduleRule,
  locationId: LocationId,
  resources: readonly Parameters<typeof concernsResource>[1][],
): RuleSpan | null {
  switch (scope.of) {
    case 'organization':
      return { resourceIds: null, serviceTypeId: null };
    case 'location':
      return scope.locationId === locationId ? { resourceIds: null, serviceTypeId: null } : null;
    case 'service-type':
      return { resourceIds: null, serviceTypeId: scope.serviceTypeId };
    case 'resource-kind':
    case 'resource': {
      const ids: ResourceId[] = resources.filter((one) => concernsResource(scope, one)).map((one) => one.id);
      return ids.length === 0 ? null : { resourceIds: ids, serviceTypeId: null };
    }
  }
}

function approvalOf(one: ScheduleRule, spanOf: (rule: ScheduleRule) => RuleSpan | null): ApprovalFacts | null {
  const span = spanOf(one);
  if (span === null) return null;
  const head = { ...span, ruleId: one.id, name: one.name, priority: one.priority };
  switch (one.rule.kind) {
    case 'auto-approval': {
      const { maximumDuration: longest, minimumPriority } = one.rule;
      return { ...head, decision: 'given', shortest: null, longest, minimumPriority };
    }
    case 'require-approval': {
      const { minimumDuration: shortest, minimumPriority } = one.rule;
      return { ...head, decision: 'needed', shortest, longest: null, minimumPriority };
    }
    case 'availability':
    case 'blackout':
    case 'capacity-limit':
      return null;
  }
}

/** When each service type that rules speak about may be done. */
function servicesOf(scene: Scene, rules: Rules, { local, range }: RuledDays): readonly ServiceFacts[] {
  const ids = new Set<ServiceTypeId>();
  for (const { scope } of [...rules.availability, ...rules.blackouts])
    if (scope.of === 'service-type') ids.add(scope.serviceTypeId);
  return [...ids].map((serviceTypeId): ServiceFacts => {
    const own = (one: ScheduleRule['scope']): boolean =>
      one.of === 'service-type' && one.serviceTypeId === serviceTypeId;
    const first = rules.availability.find((one) => own(one.scope));
    const { hours, overrides } = hoursBy(rules, own, ALWAYS, local);
    const open = first === undefined ? [] : scene.hours.open(local, hours, overrides);
    return {
      serviceTypeId,
      hours: first === undefined ? null : { name: first.name, priority: first.priority, open },
      blackouts: rules.blackouts
        .filter((one) => own(one.scope) && clip(one.rule.range, range) !== undefined)
        .map((one) => ({ ...one.rule.range, name: one.name, priority: one.priority })),
    };
  });
}

/** What no rule narrows is open all week. */
const ALWAYS = {
  hours: ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, from: 0, to: 1440 })),
  overrides: [],
};
