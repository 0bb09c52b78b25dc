import type { Refusal } from '../../contract/refusal.ts';
import type { Actor } from '../../domain/organization/actor.ts';
import type { Reason } from '../../domain/rules/reason.ts';

/**
 * A refusal as the actor may read it. Whoever asks from outside learns nothing of people and of others' work: where every
 * reason is about the request itself it is told, else only that the time is taken. Nor is it asked to accept anything.
 */
export function discreet(actor: Pick<Actor, 'role'>, refusal: Refusal): Refusal {
  if (actor.role !== 'requester') return refusal;
  if (refusal.kind !== 'blocked' && refusal.kind !== 'needs-override') return refusal;
  const { reasons } = refusal;
  const alternatives = refusal.kind === 'blocked' ? refusal.alternatives : [];
  return reasons.length > 0 && reasons.every(({ reason }) => isImpersonal(reason))
    ? { kind: 'blocked', reasons, alternatives }
    : { kind: 'time-taken', alternatives };
}

/** True for reasons that name neither a person nor a place nor somebody's work. New reasons are not told until they are listed. */
function isImpersonal({ rule, why }: Reason): boolean {
  switch (rule) {
    case 'not-past':
    case 'promised-window':
    case 'duration-range':
    case 'parts-there':
    case 'parts-wanted':
      return true;
    case 'location-open':
      return why === 'closed';
    default:
      return false;
  }
}
