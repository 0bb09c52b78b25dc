import type { UserId } from '../domain/organization/actor.ts';
import type { OrganizationId } from '../domain/organization/organization.ts';
import type { LanewayEvent } from './events.ts';
import type { HostKind } from './host-kind.ts';
import type { Reply } from './refusal.ts';

export type CallKind = 'command' | 'query' | 'run' | 'cancel';

/** The whole contract behind one function; every host mounts this and nothing else. Input is unparsed; the answer is plain data. */
export interface Dispatcher {
  call(kind: CallKind, name: string, input: unknown, caller: Caller): Promise<Reply>;
  /** What happens in one organization: that of the local user where none is named. */
  subscribe(listener: (event: LanewayEvent) => void, organizationId?: OrganizationId): () => void;
}

export interface Caller {
  readonly host: HostKind;
  /** The user who acts; the host vouches for it. The local user of this copy where nobody is named. */
  readonly actor?: UserId;
  /** Where the local user acts: the database's first organization where none is named; null to set up another one. */
  readonly organizationId?: OrganizationId | null;
}
