import type { PlanningTerms } from '../organization/planning-terms.ts';
import type { Priority } from '../work/service-type.ts';

/**
 * What a placement costs, in minutes of a technician's time; lower is better. Lateness, preference, overload and travel
 * weigh what the planning schema's objective says. Waiting is light, so that a short detour is not paid with a day, but
 * urgent work waits for nothing. The rest breaks ties in the shop's favour.
 */
export const COST: Costs = {
  waitPerMinute: { low: 0.02, normal: 0.05, high: 0.15, urgent: 1 },
  latePerMinute: { low: 1, normal: 1, high: 4, urgent: 8 },
  travelPerMinute: 1,
  notPreferred: 20,
  overTargetPerMinute: 1,
  /** For a day filled exactly to its target; less in proportion, so that the less busy come first. */
  fullShare: 10,
  spareCapability: 5,
  fromWantedPerMinute: 1,
  /** A rule that is only a caution may be broken, but hardly for convenience. */
  caution: 120,
};

/** What a minute, or a fault of a placement, costs. */
export interface Costs {
  readonly waitPerMinute: Readonly<Record<Priority, number>>;
  readonly latePerMinute: Readonly<Record<Priority, number>>;
  readonly travelPerMinute: number;
  readonly notPreferred: number;
  readonly overTargetPerMinute: number;
  readonly fullShare: number;
  readonly spareCapability: number;
  readonly fromWantedPerMinute: number;
  readonly caution: number;
}

/** The usual costs with the weights that a location has chosen. */
export function costsOf({
  travelPerMinute,
  lateness,
  notPreferred,
  overTargetPerMinute,
}: Pick<PlanningTerms, 'travelPerMinute' | 'lateness' | 'notPreferred' | 'overTargetPerMinute'>): Costs {
  const { low, normal, high, urgent } = COST.latePerMinute;
  return {
    ...COST,
    travelPerMinute,
    notPreferred,
    overTargetPerMinute,
    latePerMinute: {
      low: low * lateness,
      normal: normal * lateness,
      high: high * lateness,
      urgent: urgent * lateness,
    },
  };
}
