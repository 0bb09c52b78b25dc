import type { ResourceId } from '../../domain/resources/resource.ts';
import type { JudgedReason } from '../../domain/rules/reason.ts';
import type { Series, WallText } from '../../domain/series/series.ts';
import type { InstantRange } from '../../domain/time/instant.ts';
import type { AppointmentId, Claim, SeriesId } from '../../domain/work/appointment.ts';

/** What names an occurrence: its series and its original local start. */
export interface NamedOccurrence {
  readonly seriesId: SeriesId;
  readonly start: WallText;
}

/** One happening of a series in a stretch of time. */
export interface OccurrenceView {
  readonly seriesId: SeriesId;
  readonly name: string;
  /** Its original local start: with the series, what names it. */
  readonly start: WallText;
  readonly range: InstantRange;
  readonly claims: readonly Claim[];
  readonly lead: ResourceId | null;
  /** Moved, resized or given to others than the series says. */
  readonly changed: boolean;
  /** The appointment it has become; null as long as it is only the series'. */
  readonly appointmentId: AppointmentId | null;
}

export interface SeriesView {
  readonly series: Series;
  /** The next occurrence that is not over; null when the series has ended. */
  readonly next: OccurrenceView | null;
}

/** What would stand in the way of a series, before it is saved. */
export interface SeriesPreview {
  /** Occurrences looked at: those to come, up to the end of `looked`. */
  readonly occurrences: number;
  /** How far it was looked: the whole series when it ends within five years, else one year. */
  readonly looked: InstantRange;
  /** False when the series goes on after `looked`. */
  readonly whole: boolean;
  /** All collisions; `collisions` lists the first hundred. */
  readonly colliding: number;
  readonly collisions: readonly OccurrenceCollision[];
  /**
   * The first occurrence for which parts run short, after all that come before it have taken theirs; null when they
   * suffice. Its reasons say when parts are there.
   */
  readonly firstShort: OccurrenceCollision | null;
}

export interface OccurrenceCollision {
  readonly start: WallText;
  readonly range: InstantRange;
  /** Closures, absences, shifts, full bays, missing parts, double use: as the rulebook says them. */
  readonly reasons: readonly JudgedReason[];
  /**
   * The nearest time that is clear on the same local day, else on the next day that has one within a week; null when
   * there is none, or when no other time would help. Parts that other occurrences or proposals take are left to them.
   */
  readonly proposed: InstantRange | null;
}
