import type { BusyIndex } from '../board/busy-index.ts';
import { shiftAround, type BayLane, type Lane, type TechnicianLane } from '../board/lanes.ts';
import { balanceCost, bayCost, preferenceCost, travelExtra } from '../board/placement-cost.ts';
import type { ResourceId } from '../resources/resource.ts';
import { MINUTE } from '../time/instant.ts';
import type { BayRule, BookingRule, TechnicianRule } from './booking-rule.ts';
import type { Candidate } from './candidate.ts';
import type { Reason } from './reason.ts';
import { RULEBOOK } from './rulebook.ts';
import { severityOf } from './severity.ts';

const TECHNICIAN_RULES: readonly TechnicianRule[] = RULEBOOK.filter((rule) => rule.asks === 'technician');
const BAY_RULES: readonly BayRule[] = RULEBOOK.filter((rule) => rule.asks === 'bay');

export interface PartnerWish {
  /** Whom the appointment has now; it stays while it is clear. */
  readonly kept: ResourceId | null;
  /** Already claimed otherwise. */
  readonly taken: readonly ResourceId[];
}

/**
 * The bay that goes with work at this time: the kept one while it is clear, else the best free capable one. When none is
 * free, the one that fails latest in the rulebook, so that its reasons say what is in the way. Null when there is no bay.
 */
export function chooseBay(at: Candidate, facts: BusyIndex, wish: PartnerWish): BayLane | null {
  return choose(facts.bays, wish, {
    judge: (lane) => assess(BAY_RULES, (rule) => rule.judge({ lane, units: 1 }, at, facts), facts),
    cost: (lane) => bayCost(at.needs, lane),
  });
}

/** The technician likewise: preferred, little driving, not overloaded. */
export function chooseTechnician(at: Candidate, facts: BusyIndex, wish: PartnerWish): TechnicianLane | null {
  const duration = (at.end - at.start) / MINUTE;
  return choose(facts.technicians, wish, {
    judge: (lane) => assess(TECHNICIAN_RULES, (rule) => rule.judge({ lane, units: 1 }, at, facts), facts),
    cost: (lane) => {
      const shift = shiftAround(lane, at.from, at.to);
      const { costs } = facts;
      const driving = costs.travelPerMinute * travelExtra(lane, shift, at, facts);
      return preferenceCost(at.needs, lane, costs) + balanceCost(shift, duration, costs) + driving;
    },
  });
}

/** How a lane stands the rules: 0 clear, 1 with cautions, 2 blocked; and how many rules it passed before the block. */
interface Standing {
  readonly level: 0 | 1 | 2;
  readonly passed: number;
}

function assess<R extends BookingRule>(
  rules: readonly R[],
  ask: (rule: R) => Reason | null,
  { context: { policy } }: BusyIndex,
): Standing {
  let level: 0 | 1 = 0;
  let passed = 0;
  for (const rule of rules) {
    const severity = severityOf(rule, policy);
    if (severity !== 'clear' && ask(rule) !== null) {
      if (severity === 'block') return { level: 2, passed };
      level = 1;
    }
    passed += 1;
  }
  return { level, passed };
}

interface Choice<L extends Lane> {
  readonly lane: L;
  readonly standing: Standing;
  readonly cost: number;
}

function choose<L extends Lane>(
  lanes: readonly L[],
  wish: PartnerWish,
  by: { readonly judge: (lane: L) => Standing; readonly cost: (lane: L) => number },
): L | null {
  const kept = lanes.find((lane) => lane.facts.id === wish.kept && !wish.taken.includes(lane.facts.id));
  if (kept !== undefined && by.judge(kept).level === 0) return kept;
  let best: Choice<L> | null = null;
  for (const lane of lanes) {
    if (wish.taken.includes(lane.facts.id)) continue;
    const standing = by.judge(lane);
    if (best !== null && standing.level > best.standing.level) continue;
    const one: Choice<L> = { lane, standing, cost: by.cost(lane) };
    if (best === null || order(one, best, kept) < 0) best = one;
  }
  return best?.lane ?? null;
}

/** Less trouble, then the kept one, then who comes furthest, then cost; the id settles the rest. */
function order<L extends Lane>(a: Choice<L>, b: Choice<L>, kept: L | undefined): number {
  const trouble = a.standing.level - b.standing.level;
  if (trouble !== 0) return trouble;
  if (a.lane === kept || b.lane === kept) return a.lane === kept ? -1 : 1;
  const passed = b.standing.passed - a.standing.passed;
  return passed || a.cost - b.cost || (a.lane.facts.id < b.lane.facts.id ? -1 : 1);
}
