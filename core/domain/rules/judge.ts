import { ignoring, type BusyIndex } from '../board/busy-index.ts';
import type { Placement, PlacementNeeds } from '../board/placement.ts';
import { candidateOf, type Candidate } from './candidate.ts';
import type { BookingRule } from './booking-rule.ts';
import type { JudgedReason, Reason, Verdict } from './reason.ts';
import { RULEBOOK } from './rulebook.ts';
import { severityOf } from './severity.ts';

export interface JudgeOptions {
  /** True when writing down what happened: a start in the past is then no block. */
  readonly recording?: boolean;
}

const CLEAR: Verdict = { level: 'clear', reasons: [] };

/**
 * Asks every booking rule about one placement: the one judgement behind drops, commands and the planner. The claims of
 * `needs.appointmentId` do not stand in its way. Each rule gives at most one reason for each resource it is asked of.
 */
export function judge(
  placement: Placement,
  needs: PlacementNeeds,
  facts: BusyIndex,
  options: JudgeOptions = {},
): Verdict {
  const index = ignoring(facts, needs.appointmentId);
  return judgeCandidate(candidateOf(placement, needs, index, options.recording ?? false), index);
}

/** The same for a candidate on an index that already ignores the appointment being moved. */
export function judgeCandidate(at: Candidate, facts: BusyIndex, rules: readonly BookingRule[] = RULEBOOK): Verdict {
  const reasons: JudgedReason[] = [];
  for (const rule of rules) {
    const severity = severityOf(rule, facts.context.policy);
    if (severity === 'clear') continue;
    for (const reason of reasonsOf(rule, at, facts)) reasons.push({ severity, reason });
  }
  return verdictOf(reasons);
}

export function verdictOf(reasons: readonly JudgedReason[]): Verdict {
  if (reasons.length === 0) return CLEAR;
  return { level: reasons.some((one) => one.severity === 'block') ? 'block' : 'caution', reasons };
}

function reasonsOf(rule: BookingRule, at: Candidate, facts: BusyIndex): readonly Reason[] {
  switch (rule.asks) {
    case 'work':
      return present([rule.judge(at, facts)]);
    case 'technician':
      return present(at.technicians.map((held) => rule.judge(held, at, facts)));
    case 'bay':
      return present(at.bays.map((held) => rule.judge(held, at, facts)));
    case 'resource':
      return present(at.resources.map((held) => rule.judge(held, at, facts)));
  }
}

function present(answers: readonly (Reason | null)[]): readonly Reason[] {
  return answers.filter((answer) => answer !== null);
}
