import { accept, type Outcome } from '../kernel/outcome.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { Severity } from '../domain/organization/organization.ts';
import { RULEBOOK } from '../domain/rules/rulebook.ts';
import { invalidAll } from './refusals.ts';

/** Severities may only be set for rules that exist; a misspelt name would silently change nothing. */
export function checkSeverities(severities: Readonly<Record<string, Severity>>): Outcome<null, Refusal> {
  const known = new Set<string>(RULEBOOK.map((rule) => rule.name));
  const problems = Object.keys(severities)
    .filter((name) => !known.has(name))
    .map((name) => ({ field: `policy.severities.${name}`, reason: 'must be the name of a booking rule' }));
  return problems.length === 0 ? accept(null) : invalidAll(problems);
}
