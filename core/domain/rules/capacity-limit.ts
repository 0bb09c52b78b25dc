import type { BusyIndex } from '../board/busy-index.ts';
import type { LimitFacts } from '../board/rule-facts.ts';
import type { ResourceId } from '../resources/resource.ts';
import type { BayRule, ResourceRule, TechnicianRule, WorkRule } from './booking-rule.ts';
import type { Candidate } from './candidate.ts';
import type { Reason } from './reason.ts';

/** The organization, its location or a service type takes no more work than its capacity limits say. */
export const capacityLimit: WorkRule = {
  name: 'capacity-limit',
  asks: 'work',
  defaultSeverity: 'block',
  judge: (at, facts) => firstReached(at, facts, (limit) => limit.resourceIds === null),
};

/** The same for the technician, alone or as one of a kind. */
export const technicianLimit: TechnicianRule = {
  name: 'capacity-limit',
  asks: 'technician',
  defaultSeverity: 'block',
  judge: (held, at, facts) => firstReached(at, facts, about(held.lane.facts.id)),
};

export const bayLimit: BayRule = {
  name: 'capacity-limit',
  asks: 'bay',
  defaultSeverity: 'block',
  judge: (held, at, facts) => firstReached(at, facts, about(held.lane.facts.id)),
};

export const resourceLimit: ResourceRule = {
  name: 'capacity-limit',
  asks: 'resource',
  defaultSeverity: 'block',
  judge: (held, at, facts) => firstReached(at, facts, about(held.lane.facts.id)),
};

/** True when some limit speaks about the resource at all. */
export function isLimited(id: ResourceId, { context: { rules } }: BusyIndex): boolean {
  return rules.limits.some(about(id));
}

function about(id: ResourceId): (limit: LimitFacts) => boolean {
  return (limit) => limit.resourceIds?.includes(id) === true;
}

function firstReached(at: Candidate, facts: BusyIndex, speaks: (limit: LimitFacts) => boolean): Reason | null {
  const { limits } = facts.context.rules;
  if (limits.length === 0) return null;
  for (const limit of limits) {
    if (!speaks(limit)) continue;
    if (limit.serviceTypeId !== null && limit.serviceTypeId !== at.needs.serviceTypeId) continue;
    const booked = limit.per === 'moment' ? mostAtOnce(limit, at, facts) : startedWith(limit, at, facts);
    if (booked < limit.maximum) continue;
    const { name, priority, maximum, per } = limit;
    return { rule: 'capacity-limit', why: per, name, priority, booked, maximum };
  }
  return null;
}

/** How many others begin in the same day or week. */
function startedWith(limit: LimitFacts, at: Candidate, { ignored }: BusyIndex): number {
  const period = limit.periods.find((one) => one.from <= at.start && at.start < one.to);
  if (period === undefined) return 0;
  return limit.taken.filter((one) => one.appointmentId !== ignored && period.from <= one.from && one.from < period.to)
    .length;
}

/** The most others at any instant of the work; it can only grow where one of them begins. */
function mostAtOnce(limit: LimitFacts, at: Candidate, { ignored }: BusyIndex): number {
  const meeting = limit.taken.filter((one) => one.appointmentId !== ignored && one.from < at.end && at.start < one.to);
  let most = 0;
  for (const one of meeting) {
    const moment = Math.max(one.from, at.start);
    most = Math.max(most, meeting.filter((other) => other.from <= moment && moment < other.to).length);
  }
  return most;
}
