import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Caller } from '../contract/dispatch.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { ActingUser, Actor } from '../domain/organization/actor.ts';
import type { OrganizationId } from '../domain/organization/organization.ts';
import { authorize } from './authorize.ts';
import { notFound } from './refusals.ts';
import type { WholeReader } from './ports/store.ts';

type Look = Pick<WholeReader, 'get' | 'firstOrganization'>;
type Who = Pick<Caller, 'actor' | 'organizationId'>;

/** Finds out who acts, and in which organization. */
export interface Acting {
  /** Looks at what is committed. */
  of(read: Look, caller: Who): Promise<Outcome<ActingUser, Refusal>>;
  /** The same inside a transaction, whose rows may not come to be. */
  during(tx: Look, caller: Who): Promise<Outcome<ActingUser, Refusal>>;
  /** Where the local user acts; null as long as nobody has asked or there is nothing. */
  home(): OrganizationId | null;
}

/** `local` is the user of this copy; others act here by its leave, which an admin alone gives. */
export function createActing(local: Actor): Acting {
  let first: OrganizationId | null = null;
  const answer = async (read: Look, caller: Who): Promise<Outcome<ActingUser, Refusal>> => {
    const { actor, organizationId } = caller;
    if (actor === undefined && organizationId === undefined)
      return accept(localIn(local, first ?? (await read.firstOrganization())));
    const allowed = authorize(local, 'administer');
    if (!allowed.ok) return allowed;
    if (actor !== undefined) return userOf(read, actor, organizationId);
    if (organizationId === undefined || organizationId === null) return accept(localIn(local, null));
    const there = await read.get('organization', organizationId);
    return there === undefined
      ? notFound('organization', organizationId, 'organizationId')
      : accept(localIn(local, there.id));
  };
  return {
    of: async (read, caller) => {
      // There is no way to take the first organization away.
      first ??= await read.firstOrganization();
      return answer(read, caller);
    },
    during: answer,
    home: () => first,
  };
}

function localIn({ id, name, role }: Actor, organizationId: OrganizationId | null): ActingUser {
  return { id, name, role, organizationId, resourceId: null };
}

async function userOf(
  read: Look,
  id: string,
  organizationId: OrganizationId | null | undefined,
): Promise<Outcome<ActingUser, Refusal>> {
  const user = await read.get('user', id);
  if (user === undefined || (organizationId ?? user.organizationId) !== user.organizationId)
    return refuse({ kind: 'unknown-user', id });
  if (!user.active) return refuse({ kind: 'inactive-user', name: user.name });
  const { name, role, resourceId } = user;
  return accept({ id: user.id, name, role, organizationId: user.organizationId, resourceId });
}
