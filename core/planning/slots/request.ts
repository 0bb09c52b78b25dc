import type { Fact } from '../../domain/board/fact.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { PartsAvailability } from '../../domain/parts/part.ts';
import type { Named, JudgedReason, Reason } from '../../domain/rules/reason.ts';
import type { Instant, InstantRange, Minutes } from '../../domain/time/instant.ts';
import type { Claim } from '../../domain/work/appointment.ts';

/** One question for slots. */
export interface SlotRequest {
  readonly needs: PlacementNeeds;
  /** How many are wanted, at least 1. */
  readonly count: number;
  /** Starts are multiples of it, counted from the epoch, which every zone in use shares for 15. */
  readonly step?: Minutes;
  /** A start somebody wants: distance from it costs. The alternatives of a refused drop are asked so. */
  readonly near?: Instant | null;
  /** Starts lie in it. */
  readonly within?: InstantRange | null;
  /** False for a room alone: the work then takes a bay and nobody. */
  readonly withTechnician?: boolean;
  /** Claims on equipment, rooms, teams and the like that go along with every slot: it is offered where they are free too. */
  readonly alongside?: readonly Claim[];
}

/** The same shapes as the contract's suggestion view. */
export interface Slot {
  readonly start: Instant;
  readonly end: Instant;
  readonly technician: Named | null;
  readonly bay: Named | null;
  /** Minutes of cost (board/placement-cost.ts); the sum of the facts' costs. */
  readonly score: number;
  /** 0..1, see confidence.ts. */
  readonly confidence: number;
  readonly parts: PartsAvailability;
  readonly facts: readonly Fact[];
  readonly cautions: readonly JudgedReason[];
}

export interface SlotAnswer {
  /** Best first. */
  readonly suggestions: readonly Slot[];
  /** Every technician and, for work that needs a bay, every bay that is not offered. */
  readonly excluded: readonly Excluded[];
  /** Placements looked at: technicians times starts inside their shifts. */
  readonly examined: number;
}

export interface Excluded extends Named {
  readonly kind: 'technician' | 'bay';
  readonly because: Reason | 'outranked' | 'no-free-time';
}
