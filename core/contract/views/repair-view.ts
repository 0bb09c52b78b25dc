import type { Instant, Minutes } from '../../domain/time/instant.ts';
import type { AppointmentId } from '../../domain/work/appointment.ts';
import type { Id } from '../../kernel/id.ts';
import type { DelayedVisit } from './rules-view.ts';
import type { PlacedLine, TouchedPromise } from './plan-view.ts';

/** Ways out of one trouble, the smallest change first. Nothing of it is done before `applyPlan` is sent with its lines. */
export interface RepairView {
  readonly id: Id<'plan'>;
  readonly asOf: Instant;
  readonly sequence: number;
  /** What the trouble touches, by start: what has to be done about it. */
  readonly affected: readonly AffectedVisit[];
  /** Empty when nothing has to be done, or when nothing can. */
  readonly options: readonly RepairOption[];
}

export interface AffectedVisit {
  readonly appointmentId: AppointmentId | null;
  readonly title: string;
  readonly customer: string | null;
  readonly start: Instant | null;
  readonly end: Instant | null;
}

/** How far a repair goes, from the least upheaval to the most. */
export type RepairFreedom =
  /** The same hands at another time within what was promised. */
  | 'same-technician'
  /** Other hands at the same time. */
  | 'same-start'
  /** Other hands, or the same, at another time. */
  | 'other-time'
  /** Work from the tray takes the time that has become free. */
  | 'gap-filled'
  /** A later appointment takes it, within what was promised. */
  | 'pulled-forward'
  /** Others give way within what they were promised. */
  | 'others-move'
  /** Some of it waits in the tray. */
  | 'back-to-tray';

export interface RepairOption {
  /** The farthest that any of its lines goes. */
  readonly freedom: RepairFreedom;
  readonly lines: readonly PlacedLine[];
  /** Whom somebody has to call. */
  readonly promises: readonly TouchedPromise[];
  /** Minutes between old and new starts, all lines together. */
  readonly movedBy: Minutes;
}

/** Which promises are in danger now, and what will endanger some soon. */
export interface AtRiskView {
  readonly asOf: Instant;
  /** Later than planned, as things stand, by planned start; each with the promises that breaks. */
  readonly late: readonly DelayedVisit[];
  readonly warnings: readonly EarlyWarning[];
}

export type EarlyWarning = {
  readonly appointmentId: AppointmentId;
  readonly title: string;
  readonly customer: string | null;
  readonly start: Instant;
  /** Minutes until it starts; negative when it should have. */
  readonly startsIn: number;
} & (
  | {
      readonly warning: 'previous-underway';
      readonly previous: { readonly id: AppointmentId; readonly title: string; readonly expectedEnd: Instant };
    }
  | { readonly warning: 'not-started' }
);
