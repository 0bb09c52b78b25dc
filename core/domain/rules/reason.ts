import type { ResourceId, SkillLevel } from '../resources/resource.ts';
import type { Instant, Minutes } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';

/** The first ring's booking rules, in the order in which they are asked. */
export type RuleName = Reason['rule'];

/**
 * Why a booking rule does not hold: typed, with every name and time a sentence needs, so that no reader of it has to
 * look anything up. The words are in the message catalogues under `reason.<rule>.<why>`.
 */
export type Reason =
  | { readonly rule: 'forbidden-technician'; readonly why: 'forbidden'; readonly technician: Named }
  | {
      readonly rule: 'skills';
      readonly why: 'missing';
      readonly technician: Named;
      readonly skill: string;
      readonly needed: SkillLevel;
    }
  | {
      readonly rule: 'skills';
      readonly why: 'too-low';
      readonly technician: Named;
      readonly skill: string;
      readonly needed: SkillLevel;
      readonly level: SkillLevel;
    }
  | {
      readonly rule: 'skills';
      readonly why: 'expired';
      readonly technician: Named;
      readonly skill: string;
      readonly expiredOn: LocalDate;
    }
  | { readonly rule: 'bay-capable'; readonly why: 'missing'; readonly bay: Named; readonly capability: string }
  | {
      readonly rule: 'bay-capable';
      readonly why: 'expired';
      readonly bay: Named;
      readonly capability: string;
      readonly expiredOn: LocalDate;
    }
  | { readonly rule: 'bay-capable'; readonly why: 'no-bay' }
  | { readonly rule: 'not-past'; readonly why: 'past'; readonly start: Instant; readonly now: Instant }
  | { readonly rule: 'promised-window'; readonly why: 'outside'; readonly from: Instant; readonly to: Instant }
  | {
      readonly rule: 'duration-range';
      readonly why: 'too-short' | 'too-long';
      readonly kind: string;
      readonly shortest: Minutes;
      readonly longest: Minutes;
      readonly duration: Minutes;
    }
  | {
      readonly rule: 'location-open';
      readonly why: 'closed';
      readonly closesAt: Instant | null;
      readonly opensAt: Instant | null;
    }
  | { readonly rule: 'location-open'; readonly why: 'closure'; readonly name: string }
  | { readonly rule: 'on-shift'; readonly why: 'no-shift'; readonly technician: Named; readonly date: Instant }
  | {
      readonly rule: 'on-shift';
      readonly why: 'before-shift';
      readonly technician: Named;
      readonly shiftStart: Instant;
    }
  | { readonly rule: 'on-shift'; readonly why: 'after-shift'; readonly technician: Named; readonly shiftEnd: Instant }
  | {
      readonly rule: 'on-shift';
      readonly why: 'break' | 'absence' | 'blackout';
      readonly technician: Named;
      readonly name: string;
      readonly from: Instant;
      readonly to: Instant;
    }
  | {
      readonly rule: 'technician-free';
      readonly why: 'double-use';
      readonly technician: Named;
      readonly title: string;
      readonly from: Instant;
      readonly to: Instant;
    }
  | {
      readonly rule: 'daily-maximum';
      readonly why: 'reached';
      readonly technician: Named;
      readonly booked: number;
      readonly maximum: number;
    }
  | {
      readonly rule: 'travel-fits';
      readonly why: 'from-previous' | 'to-next';
      readonly technician: Named;
      readonly title: string;
      readonly needed: Minutes;
      readonly available: Minutes;
    }
  | {
      readonly rule: 'travel-fits';
      readonly why: 'from-home' | 'back-home';
      readonly technician: Named;
      readonly needed: Minutes;
      readonly available: Minutes;
    }
  | {
      readonly rule: 'bay-open';
      readonly why: 'closed';
      readonly bay: Named;
      readonly opensAt: Instant | null;
      readonly closesAt: Instant | null;
    }
  | {
      readonly rule: 'bay-open';
      readonly why: 'absence' | 'blackout';
      readonly bay: Named;
      readonly name: string;
      readonly to: Instant;
    }
  | {
      readonly rule: 'bay-free';
      readonly why: 'double-use';
      readonly bay: Named;
      readonly title: string;
      readonly from: Instant;
      readonly to: Instant;
    }
  | {
      readonly rule: 'bay-free';
      readonly why: 'turnover';
      readonly bay: Named;
      readonly title: string;
      readonly turnover: Minutes;
      readonly freeFrom: Instant;
    }
  | {
      readonly rule: 'resource-open';
      readonly why: 'closed';
      readonly resource: Named;
      readonly opensAt: Instant | null;
      readonly closesAt: Instant | null;
    }
  | {
      readonly rule: 'resource-open';
      readonly why: 'absence' | 'blackout';
      readonly resource: Named;
      readonly name: string;
      readonly to: Instant;
    }
  | {
      readonly rule: 'resource-free';
      readonly why: 'double-use';
      readonly resource: Named;
      readonly title: string;
      readonly from: Instant;
      readonly to: Instant;
    }
  | {
      readonly rule: 'resource-free';
      readonly why: 'too-few';
      readonly resource: Named;
      readonly wanted: number;
      /** At the fullest moment of the time asked for. */
      readonly free: number;
      readonly capacity: number;
    }
  | {
      readonly rule: 'resource-free';
      /** A team has promised its people and needs this one. */
      readonly why: 'not-spared';
      readonly technician: Named;
      readonly resource: Named;
      readonly capacity: number;
    }
  | {
      readonly rule: 'service-open';
      readonly why: 'closed' | 'blackout';
      /** The schedule rule that says so. */
      readonly name: string;
      readonly priority: number;
    }
  | {
      readonly rule: 'capacity-limit';
      readonly why: 'day' | 'week' | 'moment';
      readonly name: string;
      readonly priority: number;
      readonly booked: number;
      readonly maximum: number;
    }
  | {
      /** No booking rule, but what a request waits for: a schedule rule wants somebody's approval first. */
      readonly rule: 'approval';
      readonly why: 'pending';
      readonly name: string;
      readonly priority: number;
    }
  | {
      readonly rule: 'reschedule-limit';
      readonly why: 'reached';
      readonly title: string;
      readonly limit: number;
    }
  | {
      readonly rule: 'parts-there' | 'parts-wanted';
      readonly why: 'missing';
      readonly part: string;
      readonly needed: number;
      readonly available: number;
      readonly arrivesAt: Instant | null;
      /** Set where it has to be ordered for that first. */
      readonly toOrder?: true;
    };

export interface Named {
  readonly id: ResourceId;
  readonly name: string;
}

export interface JudgedReason {
  readonly severity: 'caution' | 'block';
  readonly reason: Reason;
}

/** All rules' answer for one placement. `level` is the worst of its reasons. */
export interface Verdict {
  readonly level: 'clear' | 'caution' | 'block';
  readonly reasons: readonly JudgedReason[];
}
