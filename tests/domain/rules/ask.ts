import { busyIndexOf } from '../../../core/domain/board/busy-index.ts';
import type { PlacementContext } from '../../../core/domain/board/placement-context.ts';
import type { Placement, PlacementNeeds } from '../../../core/domain/board/placement.ts';
import { DEFAULT_POLICY, type Severity } from '../../../core/domain/organization/organization.ts';
import { judge, type JudgeOptions } from '../../../core/domain/rules/judge.ts';
import type { Reason, RuleName } from '../../../core/domain/rules/reason.ts';
import { context, needs } from '../board/a-context.ts';

export interface Case extends JudgeOptions {
  readonly rule: RuleName;
  readonly facts?: Partial<PlacementContext>;
  readonly needs?: Partial<PlacementNeeds>;
  readonly placement: Placement;
  /** The organization's word about the rule. */
  readonly severity?: Severity;
}

type Told = Reason & { readonly severity: 'caution' | 'block' };

/** What the whole rulebook says, the named rule's reasons alone. */
export function reasonsFor(one: Case): readonly Told[] {
  const policy = { ...DEFAULT_POLICY, severities: one.severity === undefined ? {} : { [one.rule]: one.severity } };
  const facts = busyIndexOf(context({ policy, ...one.facts }));
  return judge(one.placement, needs(one.needs), facts, one)
    .reasons.filter(({ reason }) => reason.rule === one.rule)
    .map(({ severity, reason }) => ({ ...reason, severity }));
}

/** Their whys, shortly: `['block too-low']`. */
export function ask(one: Case): readonly string[] {
  return reasonsFor(one).map((reason) => `${reason.severity} ${reason.why}`);
}
