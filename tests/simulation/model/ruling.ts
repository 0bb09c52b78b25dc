import { instant, minutes, range } from '../../../core/domain/time/instant.ts';
import { asId } from '../../../core/kernel/id.ts';
import { localDate } from '../../../core/domain/time/local-date.ts';
import type { RuleScope } from '../../../core/domain/rules/schedule-rule.ts';
import { accepted, refused, type Answer } from './answer.ts';
import type { AskOf } from './asks.ts';
import type { RuleRow } from './rule-rows.ts';
import { changed, row, type Model, type Rows } from './rows.ts';

/** What is booked already stays: rules are asked about what comes. */
export function addRule(model: Model, { args }: AskOf<'addScheduleRule'>): Answer {
  if (model.rows.has(args.id)) return refused('already-exists');
  return isThere(model.rows, scopeOf(args)) ? accepted(changed(model.rows, [ruleOf(args)])) : refused('not-found');
}

export function updateRule(model: Model, { args }: AskOf<'updateScheduleRule'>): Answer {
  if (row(model.rows, 'scheduleRule', args.id) === undefined) return refused('not-found');
  return isThere(model.rows, scopeOf(args)) ? accepted(changed(model.rows, [ruleOf(args)])) : refused('not-found');
}

export function removeRule(model: Model, { args }: AskOf<'removeScheduleRule'>): Answer {
  if (row(model.rows, 'scheduleRule', args.id) === undefined) return refused('not-found');
  return accepted(changed(model.rows, [], [args.id]));
}

/** A blackout is a rule like others; its priority says nothing. */
export function addBlackout(model: Model, { args }: AskOf<'addBlackout'>): Answer {
  if (model.rows.has(args.id)) return refused('already-exists');
  const { id, name, resourceId, locationId, range: stretch } = args;
  const scope: RuleScope =
    resourceId === null
      ? { of: 'location', locationId: asId(locationId ?? '') }
      : { of: 'resource', resourceId: asId(resourceId) };
  if (!isThere(model.rows, scope)) return refused('not-found');
  const rule = { kind: 'blackout', range: range(instant(stretch.from), instant(stretch.to)) } as const;
  return accepted(
    changed(model.rows, [{ entity: 'scheduleRule', id: asId(id), name, scope, priority: 0, active: true, rule }]),
  );
}

/** 9 to 17 on working days when nothing is said; breaks stay. */
export function setAvailability(model: Model, { args }: AskOf<'setAvailability'>): Answer {
  const lane = row(model.rows, 'resource', args.resourceId);
  if (lane === undefined) return refused('not-found');
  const { from = 9 * 60, to = 17 * 60, weekdays = [1, 2, 3, 4, 5] } = args;
  const hours = ([1, 2, 3, 4, 5, 6, 7] as const)
    .filter((weekday) => weekdays.includes(weekday))
    .map((weekday) => ({ weekday, from, to }));
  return accepted(changed(model.rows, [{ ...lane, hours }]));
}

type RuleArgs = AskOf<'addScheduleRule'>['args'];

function ruleOf(args: RuleArgs): RuleRow {
  const { id, name, priority, active } = args;
  const head = { entity: 'scheduleRule', id: asId<'schedule-rule'>(id), name, priority, active } as const;
  return { ...head, scope: scopeOf(args), rule: contentOf(args) };
}

function scopeOf({ scope }: RuleArgs): RuleScope {
  switch (scope.of) {
    case 'organization':
      return scope;
    case 'location':
      return { ...scope, locationId: asId(scope.locationId) };
    case 'resource-kind':
      return { ...scope, locationId: scope.locationId === null ? null : asId(scope.locationId) };
    case 'resource':
      return { ...scope, resourceId: asId(scope.resourceId) };
    case 'service-type':
      return { ...scope, serviceTypeId: asId(scope.serviceTypeId) };
  }
}

function contentOf({ rule }: RuleArgs): RuleRow['rule'] {
  const length = (given: number | null) => (given === null ? null : minutes(given));
  switch (rule.kind) {
    case 'availability': {
      const { during } = rule;
      const days = during === null ? null : { from: localDate(during.from), to: localDate(during.to) };
      return { ...rule, hours: rule.hours.map((one) => ({ ...one, weekday: weekday(one.weekday) })), during: days };
    }
    case 'blackout':
      return { ...rule, range: range(instant(rule.range.from), instant(rule.range.to)) };
    case 'auto-approval':
      return { ...rule, maximumDuration: length(rule.maximumDuration) };
    case 'require-approval':
      return { ...rule, minimumDuration: length(rule.minimumDuration) };
    case 'capacity-limit':
      return rule;
  }
}

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

function weekday(number: number): (typeof WEEK)[number] {
  return WEEK.find((one) => one === number) ?? 1;
}

/** Whatever a rule is about. */
function isThere(rows: Rows, scope: RuleScope): boolean {
  switch (scope.of) {
    case 'organization':
      return true;
    case 'location':
      return row(rows, 'location', scope.locationId) !== undefined;
    case 'resource-kind':
      return scope.locationId === null || row(rows, 'location', scope.locationId) !== undefined;
    case 'resource':
      return row(rows, 'resource', scope.resourceId) !== undefined;
    case 'service-type':
      return row(rows, 'serviceType', scope.serviceTypeId) !== undefined;
  }
}
