import type { Minutes } from '../time/instant.ts';
import type { BookingPolicy } from './organization.ts';
import type { PlanningTerms } from './planning-terms.ts';

/** What one site does otherwise than the organization; null keeps the organization's word. */
export interface LocationPolicy {
  readonly bufferBefore: Minutes | null;
  readonly bufferAfter: Minutes | null;
  readonly dailyMaximum: number | null;
  readonly autoBook: boolean | null;
  readonly autoBookDays: number | null;
  readonly planning: PlanningTerms | null;
}

/** Everything as the organization says. */
export const NO_LOCATION_POLICY: LocationPolicy = {
  bufferBefore: null,
  bufferAfter: null,
  dailyMaximum: null,
  autoBook: null,
  autoBookDays: null,
  planning: null,
};

/** The policy that holds at a site. */
export function policyAt(policy: BookingPolicy, own: LocationPolicy): BookingPolicy {
  return {
    ...policy,
    bufferBefore: own.bufferBefore ?? policy.bufferBefore,
    bufferAfter: own.bufferAfter ?? policy.bufferAfter,
    dailyMaximum: own.dailyMaximum ?? policy.dailyMaximum,
    autoBook: own.autoBook ?? policy.autoBook,
    autoBookDays: own.autoBookDays ?? policy.autoBookDays,
    planning: own.planning ?? policy.planning,
  };
}
