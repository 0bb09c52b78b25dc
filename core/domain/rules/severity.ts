import type { BookingPolicy, Severity } from '../organization/organization.ts';
import { bayFree } from './bay-free.ts';
import type { BookingRule } from './booking-rule.ts';
import { resourceFree, teamSpares } from './resource-free.ts';
import { technicianFree } from './technician-free.ts';

const DOUBLE_USE: ReadonlySet<BookingRule> = new Set<BookingRule>([technicianFree, teamSpares, bayFree, resourceFree]);

/** How bad it is when the rule does not hold: the organization's word, else the rule's own; double use always blocks. */
export function severityOf(rule: BookingRule, policy: BookingPolicy): Severity {
  if (DOUBLE_USE.has(rule)) return 'block';
  return policy.severities[rule.name] ?? rule.defaultSeverity;
}
