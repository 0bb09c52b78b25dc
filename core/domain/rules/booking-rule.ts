import type { BusyIndex } from '../board/busy-index.ts';
import type { BayLane, Lane, TechnicianLane } from '../board/lanes.ts';
import type { OtherLane } from '../board/other-lane.ts';
import type { Severity } from '../organization/organization.ts';
import type { Candidate, Held } from './candidate.ts';
import type { Named, Reason, RuleName } from './reason.ts';

/**
 * One fact that must or should be true of a placement. A rule asks it of the work as such, of every technician, of every bay
 * or of every other resource that is claimed, and answers why it does not hold, or null.
 */
export type BookingRule = WorkRule | TechnicianRule | BayRule | ResourceRule;

interface RuleHead {
  readonly name: RuleName;
  readonly defaultSeverity: Severity;
}

export interface WorkRule extends RuleHead {
  readonly asks: 'work';
  judge(at: Candidate, facts: BusyIndex): Reason | null;
}

export interface TechnicianRule extends RuleHead {
  readonly asks: 'technician';
  judge(technician: Held<TechnicianLane>, at: Candidate, facts: BusyIndex): Reason | null;
}

export interface BayRule extends RuleHead {
  readonly asks: 'bay';
  judge(bay: Held<BayLane>, at: Candidate, facts: BusyIndex): Reason | null;
}

/** Asked of equipment, rooms, teams and the organization's own kinds. */
export interface ResourceRule extends RuleHead {
  readonly asks: 'resource';
  judge(resource: Held<OtherLane>, at: Candidate, facts: BusyIndex): Reason | null;
}

export function named(held: Held<Lane>): Named {
  return { id: held.lane.facts.id, name: held.lane.facts.name };
}
