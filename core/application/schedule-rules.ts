import type { ClosedStretch } from '../domain/board/placement-context.ts';
import type { Location } from '../domain/organization/location.ts';
import type { Resource } from '../domain/resources/resource.ts';
import { hoursUnder, type Hours } from '../domain/rules/rule-hours.ts';
import { inPrecedence } from '../domain/rules/rule-precedence.ts';
import { concernsLocation, concernsResource } from '../domain/rules/rule-scope.ts';
import type { Availability, Blackout, RuleContent, RuleScope, ScheduleRule } from '../domain/rules/schedule-rule.ts';
import type { InstantRange } from '../domain/time/instant.ts';
import { addDays } from '../domain/time/local-date.ts';
import { clip, type LocalDays } from './hours-cache.ts';
import type { Reader } from './ports/store.ts';

/** A rule with its content narrowed to one kind. */
export type RuleOf<C extends RuleContent> = Omit<ScheduleRule, 'rule'> & { readonly rule: C };

/** The organization's active rules by kind, each list in its precedence. */
export interface Rules {
  readonly availability: readonly RuleOf<Availability>[];
  readonly blackouts: readonly RuleOf<Blackout>[];
  readonly others: readonly ScheduleRule[];
}

/** The days of one location that rules are resolved for. */
export interface RuledDays {
  readonly location: Location;
  readonly local: LocalDays;
  readonly range: InstantRange;
}

export const WITHOUT_RULES: Rules = { availability: [], blackouts: [], others: [] };

export async function loadRules(read: Reader): Promise<Rules> {
  const active = (await read.all('scheduleRule')).filter((one) => one.active);
  if (active.length === 0) return WITHOUT_RULES;
  const availability: RuleOf<Availability>[] = [];
  const blackouts: RuleOf<Blackout>[] = [];
  const others: ScheduleRule[] = [];
  for (const one of inPrecedence(active)) {
    const { rule } = one;
    if (rule.kind === 'availability') availability.push({ ...one, rule });
    else if (rule.kind === 'blackout') blackouts.push({ ...one, rule });
    else others.push(one);
  }
  return { availability, blackouts, others };
}

/** The resource with the hours that count on those days; the same object where no rule speaks about it. */
export function ruledResource<R extends Resource>(resource: R, rules: Rules, local: LocalDays): R {
  const ruled = hoursBy(rules, (scope) => concernsResource(scope, resource), resource, local);
  return ruled === resource ? resource : { ...resource, ...ruled };
}

/** The opening hours that count on those days. */
export function ruledLocation(location: Location, rules: Rules, local: LocalDays): Hours {
  const own: Hours = { hours: location.hours, overrides: [] };
  return hoursBy(rules, (scope) => concernsLocation(scope, location.id), own, local);
}

/** Hours with the rules that speak about something, over the days that hours are expanded from. */
export function hoursBy(rules: Rules, speaks: (scope: RuleScope) => boolean, own: Hours, local: LocalDays): Hours {
  const about = rules.availability.filter((one) => speaks(one.scope));
  if (about.length === 0) return own;
  const contents = about.map((one) => one.rule);
  // An evening two days before can reach into the first day's shift.
  return hoursUnder(own, contents, addDays(local.date, -2), addDays(local.date, local.days + 1));
}

/** What closes the resource in the stretch, sorted; the name is the rule's. */
export function resourceBlackouts(resource: Resource, rules: Rules, touching: InstantRange): readonly ClosedStretch[] {
  return blackoutsBy(rules, (scope) => concernsResource(scope, resource), touching);
}

/** What closes the whole location. */
export function locationBlackouts(location: Location, rules: Rules, touching: InstantRange): readonly ClosedStretch[] {
  return blackoutsBy(rules, (scope) => concernsLocation(scope, location.id), touching);
}

function blackoutsBy(
  rules: Rules,
  speaks: (scope: RuleScope) => boolean,
  touching: InstantRange,
): readonly ClosedStretch[] {
  return rules.blackouts
    .filter((one) => speaks(one.scope) && clip(one.rule.range, touching) !== undefined)
    .map((one): ClosedStretch => ({ ...one.rule.range, why: 'blackout', name: one.name }))
    .toSorted((a, b) => a.from - b.from);
}
