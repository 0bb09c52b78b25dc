import type { BookingPolicy, Severity } from '../organization/organization.ts';
import { bayFree } from './bay-free.ts';
import type { BookingRule } from './booking-rule.ts';
import { technicianFree } from './technician-free.ts';

/** How bad it is when the rule does not hold: the organization's word, else the rule's own; double use always blocks. */
export function severityOf(rule: BookingRule, policy: BookingPolicy): Severity {
  if (rule === technicianFree || rule === bayFree) return 'block';
  return policy.severities[rule.name] ?? rule.defaultSeverity;
}
