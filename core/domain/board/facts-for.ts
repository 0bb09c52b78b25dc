import { addMinutes, minutes, minutesBetween, MINUTE, type Instant } from '../time/instant.ts';
import { approvalFor } from './approval.ts';
import { bayLane, ignoring, technicianLane, type BusyIndex } from './busy-index.ts';
import type { Fact } from './fact.ts';
import { nextOn, shiftAround, type BayLane, type TechnicianLane } from './lanes.ts';
import { orderedFor, whenSpare } from './part-supply.ts';
import {
  balanceCost,
  bayCost,
  isPreferred,
  lateMinutes,
  preferenceCost,
  shareAfter,
  spareCapabilities,
  travelExtra,
  waitMinutes,
} from './placement-cost.ts';
import type { Placement, PlacementNeeds } from './placement.ts';
import { openBetween } from './stretches.ts';

/** What a person may add to the question: a wanted start, and how many cautions the verdict has. */
export interface FactOptions {
  readonly near?: Instant | null;
  readonly cautions?: number;
}

/**
 * What speaks for and against a placement, for the card at the pointer and for suggestions. The costs sum up to the
 * placement's score. Looks at the first technician and the first bay claimed.
 */
export function factsFor(
  placement: Placement,
  needs: PlacementNeeds,
  facts: BusyIndex,
  options: FactOptions = {},
): readonly Fact[] {
  const index = ignoring(facts, needs.appointmentId);
  const technicians = placement.claims.flatMap((claim) => technicianLane(index, claim.resourceId) ?? []);
  const bays = placement.claims.flatMap((claim) => bayLane(index, claim.resourceId) ?? []);
  return [
    ...technicians.slice(0, 1).flatMap((lane) => technicianFacts(lane, placement, needs, index)),
    ...bays.slice(0, 1).flatMap((lane) => bayFacts(lane, needs)),
    ...timeFacts(placement, needs, index, options.near ?? null),
    ...partFacts(placement, needs, index),
    ...approvalFacts(placement, needs, index),
    ...(options.cautions === undefined || options.cautions === 0
      ? []
      : [
          { fact: 'cautions', cautions: options.cautions, cost: index.costs.caution * options.cautions } satisfies Fact,
        ]),
  ];
}

function technicianFacts(
  lane: TechnicianLane,
  placement: Placement,
  needs: PlacementNeeds,
  index: BusyIndex,
): readonly Fact[] {
  const from = addMinutes(placement.start, -needs.before);
  const to = addMinutes(placement.end, needs.after);
  const shift = shiftAround(lane, from, to);
  const facts: Fact[] = [];
  for (const { skill } of needs.skills) {
    const has = lane.facts.skills.find((one) => one.skill === skill);
    if (has !== undefined) facts.push({ fact: 'skill', skill, level: has.level, cost: 0 });
  }
  const at = needs.place?.coordinates ?? index.context.coordinates;
  const extra = travelExtra(lane, shift, { from, to, at }, index);
  const cost = index.costs.travelPerMinute * extra;
  facts.push(extra === 0 ? { fact: 'no-travel', cost } : { fact: 'travel', extra: minutes(extra), cost });
  if (isPreferred(needs, lane)) facts.push({ fact: 'preferred-technician', cost: 0 });
  else if (needs.preferredTechnicians.length > 0)
    facts.push({ fact: 'not-preferred-technician', cost: preferenceCost(needs, lane, index.costs) });
  if (shift !== undefined) {
    const duration = minutesBetween(placement.start, placement.end);
    const share = shareAfter(shift, duration);
    const fact = shift.bookedMinutes + duration > shift.targetMinutes ? 'over-target' : 'under-target';
    facts.push({ fact, share, cost: balanceCost(shift, duration, index.costs) });
  }
  const next = lane.busy.claims[nextOn(lane, shift, to)];
  if (next !== undefined && openBetween(lane.closed, to, next.from) >= index.travel(at, next.at) * MINUTE)
    facts.push({ fact: 'next-unchanged', title: next.title, start: next.start, cost: 0 });
  return facts;
}

function bayFacts(lane: BayLane, needs: PlacementNeeds): readonly Fact[] {
  const offers = lane.facts.capabilities;
  const facts: Fact[] = (needs.capabilities ?? [])
    .filter((capability) => offers.some((one) => one.capability === capability))
    .map((capability) => ({ fact: 'bay-capability', capability, cost: 0 }));
  const spare = spareCapabilities(needs, lane);
  if (spare > 0) facts.push({ fact: 'spare-capabilities', bay: lane.facts.name, spare, cost: bayCost(needs, lane) });
  return facts;
}

function timeFacts(
  placement: Placement,
  needs: PlacementNeeds,
  { costs }: BusyIndex,
  near: Instant | null,
): readonly Fact[] {
  const { priority, due } = needs;
  const wait = waitMinutes(needs, placement.start);
  const facts: Fact[] = [];
  if (wait > 0)
    facts.push({ fact: 'waits', minutes: minutes(Math.round(wait)), cost: costs.waitPerMinute[priority] * wait });
  const late = lateMinutes(needs, placement.end);
  if (late > 0)
    facts.push({ fact: 'late', minutes: minutes(Math.ceil(late)), cost: costs.latePerMinute[priority] * late });
  else if (due !== null) facts.push({ fact: 'in-time', due, cost: 0 });
  const away = near === null ? 0 : Math.abs(placement.start - near) / MINUTE;
  if (away > 0) {
    facts.push({ fact: 'from-wanted', minutes: minutes(Math.round(away)), cost: costs.fromWantedPerMinute * away });
  }
  return facts;
}

/** Parts that lie here now together, those still to come one by one. Missing ones are a rule's business. */
function partFacts(placement: Placement, needs: PlacementNeeds, index: BusyIndex): readonly Fact[] {
  const { now } = index.context;
  const coming: Fact[] = [];
  let here = 0;
  for (const { partId, quantity } of needs.parts) {
    const supply = index.parts.get(partId);
    if (supply === undefined) continue;
    const own = orderedFor(needs.parts, partId, now);
    const spare = whenSpare(supply, quantity, now);
    const isOrdered = own !== null && (spare === null || own.at < spare);
    const at = isOrdered ? own.at : spare;
    if (at === now) here += 1;
    else if (at !== null && at <= addMinutes(placement.start, -needs.before)) {
      const fact = !isOrdered && at === supply.facts.orderableFrom ? 'parts-order' : 'parts-arrive';
      coming.push({ fact, part: supply.facts.name, at, cost: 0 });
    }
  }
  return here === 0 ? coming : [{ fact: 'parts-here', parts: here, cost: 0 }, ...coming];
}

/** Said only where a rule wants an approval, or where one spares what another wants. */
function approvalFacts(placement: Placement, needs: PlacementNeeds, { context }: BusyIndex): readonly Fact[] {
  const { approvals } = context.rules;
  if (approvals.length === 0) return [];
  const { start, end, claims } = placement;
  const resourceIds = claims.map((claim) => claim.resourceId);
  const { priority, serviceTypeId } = needs;
  const asked = { start, end, resourceIds, priority, serviceTypeId };
  const rule = approvalFor(approvals, asked);
  const wanted = approvals.filter((one) => one.decision === 'needed');
  if (rule === null || approvalFor(wanted, asked) === null) return [];
  const fact = rule.decision === 'needed' ? 'needs-approval' : 'approved-by-rule';
  return [{ fact, rule: rule.name, priority: rule.priority, cost: 0 }];
}
