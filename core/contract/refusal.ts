import type { EntityName } from '../domain/ops/op.ts';
import type { FeeStatus } from '../domain/work/fee.ts';
import type { AppointmentStatus } from '../domain/work/appointment.ts';
import type { WaitlistState } from '../domain/work/waitlist-entry.ts';
import type { JudgedReason } from '../domain/rules/reason.ts';
import type { Instant, Minutes } from '../domain/time/instant.ts';
import type { Permission } from './permission.ts';
import type { SuggestionView } from './views/suggestion-view.ts';

/** An expected no. Closed; the words are in the message catalogues under `refusal.<kind>`. */
export type Refusal =
  | { readonly kind: 'invalid-input'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'unknown-name'; readonly name: string }
  | { readonly kind: 'not-permitted'; readonly permission: Permission }
  /** Nobody acts here under this id. */
  | { readonly kind: 'unknown-user'; readonly id: string }
  | { readonly kind: 'inactive-user'; readonly name: string }
  /** A technician records work on its own appointments alone. */
  | { readonly kind: 'not-own-work'; readonly title: string }
  | { readonly kind: 'not-found'; readonly entity: EntityName; readonly id: string; readonly field: string }
  | { readonly kind: 'already-exists'; readonly entity: EntityName; readonly id: string }
  /** Another thing of that kind has the name already that the source gave it; `by` is what people call that one. */
  | {
      readonly kind: 'external-id-taken';
      readonly entity: EntityName;
      readonly source: string;
      readonly id: string;
      readonly by: string;
      readonly byId: string;
    }
  | {
      readonly kind: 'blocked';
      readonly reasons: readonly JudgedReason[];
      readonly alternatives: readonly SuggestionView[];
    }
  | { readonly kind: 'needs-override'; readonly reasons: readonly JudgedReason[] }
  | {
      readonly kind: 'wrong-status';
      readonly title: string;
      readonly from: AppointmentStatus;
      readonly to: AppointmentStatus;
    }
  | { readonly kind: 'final-status'; readonly title: string; readonly status: AppointmentStatus }
  | { readonly kind: 'already-booked'; readonly title: string; readonly start: Instant }
  | { readonly kind: 'in-use'; readonly entity: EntityName; readonly name: string; readonly by: number }
  | {
      readonly kind: 'approval-pending';
      readonly title: string;
      readonly rule: string;
      readonly priority: number;
    }
  /** What was agreed may stay; more than that only somebody who may approve can give. */
  | {
      readonly kind: 'approval-needed';
      readonly title: string;
      readonly rule: string;
      readonly priority: number;
    }
  /** A request that claims nothing yet: it needs a place before it can be confirmed. */
  | { readonly kind: 'no-place'; readonly title: string }
  | { readonly kind: 'nothing-to-approve'; readonly title: string }
  | { readonly kind: 'reschedule-limit'; readonly title: string; readonly limit: number }
  | {
      readonly kind: 'wrong-fee-status';
      readonly title: string;
      readonly from: FeeStatus;
      readonly to: FeeStatus;
    }
  | { readonly kind: 'changed-since'; readonly what: string; readonly by: string; readonly at: Instant }
  | { readonly kind: 'nothing-to-undo' }
  | { readonly kind: 'nothing-to-redo' }
  | { readonly kind: 'not-undoable'; readonly command: string }
  | { readonly kind: 'same-id-other-command'; readonly id: string }
  | { readonly kind: 'stock-short'; readonly part: string; readonly needed: number; readonly available: number }
  /** A requester asked for what it was not shown, or is not shown any more. */
  | { readonly kind: 'not-exposed'; readonly start: Instant }
  /** All that somebody outside is told of a place that the rules refuse. */
  | { readonly kind: 'time-taken'; readonly alternatives: readonly SuggestionView[] }
  /** The sample goes into an empty file alone. */
  | { readonly kind: 'not-empty' }
  /** Nothing can be shown for those days. */
  | { readonly kind: 'no-free-slot'; readonly from: Instant; readonly to: Instant }
  /** The free time suits nobody on the waitlist. */
  | { readonly kind: 'nobody-waiting'; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'not-waiting'; readonly title: string; readonly status: WaitlistState['status'] }
  /** Work that flows round shifts found too few of them. */
  | {
      readonly kind: 'no-working-time';
      readonly title: string;
      readonly duration: Minutes;
      readonly until: Instant;
    }
  /** Lines of a plan do not fit any more; nothing was done. */
  | {
      readonly kind: 'plan-unfit';
      readonly lines: readonly { readonly line: number; readonly title: string; readonly because: Refusal }[];
    }
  | { readonly kind: 'cancelled-by-caller' };

/** `field` is a path like `claims.0.resourceId`; `reason` is an English clause that starts with a verb. */
export interface FieldProblem {
  readonly field: string;
  readonly reason: string;
}

/** The environment failed. `retryable` says whether trying again may help. */
export interface Fault {
  readonly kind: 'fault';
  readonly code: 'disk-full' | 'read-only' | 'busy' | 'corrupt' | 'unavailable' | 'too-large' | 'defect';
  readonly retryable: boolean;
}

export type Reply<T = unknown> =
  | { readonly ok: true; readonly value: T }
  /** `message` is the English sentence, for hosts without a catalogue of their own. */
  | { readonly ok: false; readonly error: Refusal | Fault; readonly message: string };
