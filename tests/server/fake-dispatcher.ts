import type { CallKind, Caller, Dispatcher } from '../../core/contract/dispatch.ts';
import type { LanewayEvent } from '../../core/contract/events.ts';
import type { Reply } from '../../core/contract/refusal.ts';

export interface FakeDispatcher extends Dispatcher {
  readonly calls: readonly {
    readonly kind: CallKind;
    readonly name: string;
    readonly input: unknown;
    readonly caller: Caller;
  }[];
  publish(event: LanewayEvent): void;
}

/** Answers by a function, remembers what it was asked, and publishes on demand: enough to prove a transport. */
export function fakeDispatcher(answer: (name: string, input: unknown) => Reply | Promise<Reply>): FakeDispatcher {
  const calls: FakeDispatcher['calls'][number][] = [];
  const listeners = new Set<(event: LanewayEvent) => void>();
  return {
    calls,
    call: async (kind, name, input, caller) => {
      calls.push({ kind, name, input, caller });
      return answer(name, input);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    publish: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
}
