import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { may, type Permission } from '../contract/permission.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { Actor } from '../domain/organization/actor.ts';

/** Denied unless the actor's role has the permission. */
export function authorize(actor: Actor, permission: Permission): Outcome<null, Refusal> {
  return may(actor.role, permission) ? accept(null) : refuse({ kind: 'not-permitted', permission });
}
