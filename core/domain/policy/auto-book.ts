import type { BookingPolicy } from '../organization/organization.ts';
import { addMinutes, range, type Instant, type InstantRange } from '../time/instant.ts';
import type { AlertReason } from '../work/alert.ts';
import { PRIORITIES, type AppointmentKind, type KindCode, type Priority } from '../work/service-type.ts';

/** How bad a message says it is: the senders' scale, or our own words for the same steps. */
export type AlertSeverity = 'low' | 'medium' | 'high' | 'critical' | 'emergency' | 'normal' | 'urgent';

const PRIORITY_OF: Readonly<Record<AlertSeverity, Priority>> = {
  low: 'low',
  medium: 'normal',
  normal: 'normal',
  high: 'high',
  critical: 'urgent',
  urgent: 'urgent',
  emergency: 'urgent',
};

/** Medium is normal, critical and emergency are urgent; the rest keep their names. */
export function priorityOf(severity: AlertSeverity): Priority {
  return PRIORITY_OF[severity];
}

/**
 * The kind of work that a severity asks for by itself: critical a component repair, an emergency its own kind. What is
 * less bad asks for none.
 */
export function kindOfSeverity(severity: AlertSeverity): KindCode | null {
  if (severity === 'emergency') return 'emergency';
  return priorityOf(severity) === 'urgent' ? 'repair' : null;
}

/** The higher of two steps of the scale. */
export function higher(one: Priority, other: Priority): Priority {
  return PRIORITIES.indexOf(one) >= PRIORITIES.indexOf(other) ? one : other;
}

/**
 * Whether the work of a message books itself, and where it may go.
 * `earliest` takes the first start there is; `best` the best one by the usual costs.
 */
export type AutoBooking =
  | { readonly book: false; readonly wanted: boolean; readonly reason: AlertReason }
  | {
      readonly book: true;
      readonly choose: 'earliest' | 'best';
      readonly within: InstantRange;
      readonly reason: AlertReason;
    };

/** An emergency takes the next slot there is, whatever the days say; after two weeks it is none any more. */
export const EMERGENCY_DAYS = 14;
const DAY = 24 * 60;

/**
 * The appointment kind decides: `next-slot` books at once, `critical-alerts` for urgent messages within the policy's days,
 * `never` leaves it to people. The policy's switch turns all of it off. `wanted` tells that it would have booked itself.
 */
export function autoBooking(
  policy: Pick<BookingPolicy, 'autoBook' | 'autoBookDays'>,
  kind: Pick<AppointmentKind, 'name' | 'autoBook'>,
  priority: Priority,
  now: Instant,
): AutoBooking {
  const no = (wanted: boolean, why: AlertReason['why'], facts: AlertReason['facts'] = {}): AutoBooking => {
    return { book: false, wanted, reason: { why, facts } };
  };
  const yes = (choose: 'earliest' | 'best', days: number): AutoBooking => {
    const until = addMinutes(now, days * DAY);
    const reason: AlertReason =
      choose === 'best'
        ? { why: 'books-within', facts: { kind: kind.name, days } }
        : { why: 'books-at-once', facts: { kind: kind.name } };
    return { book: true, choose, within: range(now, until), reason };
  };
  if (kind.autoBook === 'never') return no(false, 'kind-by-hand', { kind: kind.name });
  if (kind.autoBook === 'critical-alerts' && priority !== 'urgent')
    return no(false, 'not-critical', { kind: kind.name });
  if (!policy.autoBook) return no(true, 'switched-off');
  if (kind.autoBook === 'next-slot') return yes('earliest', EMERGENCY_DAYS);
  return policy.autoBookDays === 0 ? no(true, 'no-days') : yes('best', policy.autoBookDays);
}
