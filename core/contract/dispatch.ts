import type { LanewayEvent } from './events.ts';
import type { HostKind } from './host-kind.ts';
import type { Reply } from './refusal.ts';

export type CallKind = 'command' | 'query' | 'run' | 'cancel';

/** The whole contract behind one function; every host mounts this and nothing else. Input is unparsed; the answer is plain data. */
export interface Dispatcher {
  call(kind: CallKind, name: string, input: unknown, caller: Caller): Promise<Reply>;
  subscribe(listener: (event: LanewayEvent) => void): () => void;
}

export interface Caller {
  readonly host: HostKind;
}
