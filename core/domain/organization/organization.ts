import type { Id } from '../../kernel/id.ts';
import type { Minutes } from '../time/instant.ts';
import { DEFAULT_CANCELLATION, type CancellationPolicy } from './cancellation-policy.ts';
import { DEFAULT_PLANNING, type PlanningTerms } from './planning-terms.ts';

export type OrganizationId = Id<'organization'>;

/** How bad a broken booking rule is. `clear` switches the rule off. */
export type Severity = 'clear' | 'caution' | 'block';

/** The tenant: owns locations, people, rules and data. */
export interface Organization {
  readonly id: OrganizationId;
  readonly name: string;
  /** ISO 4217 code. */
  readonly currency: string;
  /** Names of the skills that are offered for technicians, in the order people list them; somebody may have others. */
  readonly skills: readonly string[];
  /** Names of what bays and equipment can offer. */
  readonly capabilities: readonly string[];
  readonly policy: BookingPolicy;
}

/** The organization's defaults; a location, a service type or a technician may say otherwise. */
export interface BookingPolicy {
  readonly bufferBefore: Minutes;
  readonly bufferAfter: Minutes;
  readonly dailyMaximum: number;
  readonly holdMinutes: Minutes;
  /** How long a requester is shown the same slots. */
  readonly exposureMinutes: Minutes;
  readonly autoBook: boolean;
  readonly autoBookDays: number;
  /** How long before the start the first reminder goes out; at least 2. */
  readonly reminderHours: number;
  /** Severity by rule name, where it differs from the rule's own. Double use cannot be lowered. */
  readonly severities: Readonly<Record<string, Severity>>;
  readonly cancellation: CancellationPolicy;
  readonly planning: PlanningTerms;
}

/** The mission's defaults (semantics.md, Work). */
export const DEFAULT_POLICY: BookingPolicy = {
  bufferBefore: 0 as Minutes,
  bufferAfter: 30 as Minutes,
  dailyMaximum: 6,
  holdMinutes: 15 as Minutes,
  exposureMinutes: 15 as Minutes,
  autoBook: true,
  autoBookDays: 7,
  reminderHours: 24,
  severities: {},
  cancellation: DEFAULT_CANCELLATION,
  planning: DEFAULT_PLANNING,
};
