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

/** Rules whose reasons name neither a person nor a place nor somebody's work. A new one is not told until it is listed. */
const IMPERSONAL: ReadonlySet<Reason['rule']> = new Set([
  'not-past',
  'promised-window',
  'duration-range',
  'parts-there',
  'parts-wanted',
]);

function isImpersonal({ rule, why }: Reason): boolean {
  return IMPERSONAL.has(rule) || (rule === 'location-open' && why === 'closed');
}
