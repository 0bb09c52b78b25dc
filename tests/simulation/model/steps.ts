/**
 * One step as it is generated: plain numbers that name things by their place among what is there, so that a shorter
 * sequence still means something and fast-check can shrink it.
 */
export type Step = SentStep | ClockStep;

export type ClockStep = { readonly do: 'pass'; readonly minutes: number } | { readonly do: 'again' };

/** A step that is said as a command; each topic knows its own. */
export interface SentStep extends Sent {
  readonly do: string;
}

/** Who sends it, and whether cautions are accepted. */
export interface Sent {
  readonly by: number;
  readonly accept: boolean;
}

export type Customer = 'standard' | 'fleet' | null;

/** Day 0 is the Monday of the site; quarter hours of the day; minutes. */
export interface When {
  readonly day: number;
  readonly quarter: number;
  readonly length: number;
}

/** Places in the site's list of lanes; null names none of the kind. */
export interface LanesWanted {
  readonly technician: number | null;
  readonly assistant: number | null;
  readonly bay: number | null;
  /** How many of the chargers. */
  readonly chargers: number;
}
