import { minutesBetween } from '../time/instant.ts';
import { PRIORITIES } from '../work/service-type.ts';
import type { ApprovalFacts, AskedBooking, RuleSpan } from './rule-facts.ts';

/**
 * The rule that decides whether a booking needs approval: the first in precedence that fits it. Null when none fits, and
 * then nobody has to be asked.
 */
export function approvalFor(rules: readonly ApprovalFacts[], asked: AskedBooking): ApprovalFacts | null {
  return rules.find((rule) => isAbout(rule, asked) && fits(rule, asked)) ?? null;
}

/** True when the work is within what the rule is about. */
export function isAbout(span: RuleSpan, work: Pick<AskedBooking, 'resourceIds' | 'serviceTypeId'>): boolean {
  if (span.serviceTypeId !== null && span.serviceTypeId !== work.serviceTypeId) return false;
  return span.resourceIds === null || work.resourceIds.some((id) => span.resourceIds?.includes(id));
}

function fits(rule: ApprovalFacts, asked: AskedBooking): boolean {
  const duration = minutesBetween(asked.start, asked.end);
  if (rule.shortest !== null && duration < rule.shortest) return false;
  if (rule.longest !== null && duration > rule.longest) return false;
  return (
    rule.minimumPriority === null || PRIORITIES.indexOf(asked.priority) >= PRIORITIES.indexOf(rule.minimumPriority)
  );
}
