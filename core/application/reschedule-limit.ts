import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { may } from '../contract/permission.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { Reason } from '../domain/rules/reason.ts';
import type { Appointment } from '../domain/work/appointment.ts';
import { remainingReschedules } from '../domain/work/change-limits.ts';
import type { Scene } from './use-case.ts';

/**
 * What another date would go past: nothing (null), or the limit, which whoever may override limits has to accept. Others
 * are refused. Only confirmed dates are counted.
 */
export function pastLimit(before: Appointment, scene: Scene): Outcome<Reason | null, Refusal> {
  const { title, rescheduleLimit: limit, state } = before;
  if (limit === null || state.status !== 'confirmed' || remainingReschedules(before) !== 0) return accept(null);
  if (!may(scene.actor.role, 'override-limits')) return refuse({ kind: 'reschedule-limit', title, limit });
  return accept({ rule: 'reschedule-limit', why: 'reached', title, limit });
}

/** The refusal of a place, or acceptance, with the limit among what has to be accepted: nobody accepts what was not said. */
export function withLimit<T>(place: Outcome<T, Refusal>, reason: Reason | null, scene: Scene): Outcome<T, Refusal> {
  if (reason === null) return place;
  const judged = { severity: 'caution', reason } as const;
  if (place.ok) return scene.acceptCautions ? place : refuse({ kind: 'needs-override', reasons: [judged] });
  const { refusal } = place;
  return refusal.kind === 'needs-override' ? refuse({ ...refusal, reasons: [...refusal.reasons, judged] }) : place;
}
