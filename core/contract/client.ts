import type { z } from 'zod';
import type { Commands, CommandName } from './commands/index.ts';
import type { CallKind } from './dispatch.ts';
import type { Envelope, Receipt } from './envelope.ts';
import type { LanewayEvent } from './events.ts';
import type { Queries, QueryName } from './queries/index.ts';
import type { Reply } from './refusal.ts';
import type { RunName, Runs } from './runs.ts';

/** What a host offers a console: the preload's frozen object, a WebSocket, or the dispatcher itself. */
export interface Transport {
  call(kind: CallKind, name: string, input: unknown): Promise<Reply>;
  subscribe(listener: (event: LanewayEvent) => void): () => void;
}

export type CommandArgs<N extends CommandName> = z.input<Commands[N]['args']>;
/** Arguments as the use case sees them: parsed and branded. */
export type ParsedArgs<N extends CommandName> = z.output<Commands[N]['args']>;
export type QueryInput<N extends QueryName> = z.input<Queries[N]['input']>;
export type ParsedInput<N extends QueryName> = z.output<Queries[N]['input']>;
export type QueryOutput<N extends QueryName> = NonNullable<Queries[N]['output']>;
export type RunInput<N extends RunName> = z.input<Runs[N]['input']>;
export type ParsedRun<N extends RunName> = z.output<Runs[N]['input']>;
export type RunOutput<N extends RunName> = NonNullable<Runs[N]['output']>;

export interface SendOptions {
  readonly why?: string;
  readonly acceptCautions?: boolean;
}

/** The contract with its types back on, over any transport. `newId` is the caller's source of UUIDv7. */
export interface LanewayClient {
  send<N extends CommandName>(name: N, args: CommandArgs<N>, options?: SendOptions): Promise<Reply<Receipt>>;
  ask<N extends QueryName>(name: N, input: QueryInput<N>): Promise<Reply<QueryOutput<N>>>;
  start<N extends RunName>(name: N, runId: string, input: RunInput<N>): Promise<Reply<RunOutput<N>>>;
  cancel(runId: string): Promise<Reply>;
  subscribe(listener: (event: LanewayEvent) => void): () => void;
}

export function clientOver(transport: Transport, newId: () => string): LanewayClient {
  return {
    send: (name, args, options = {}) => {
      const input: Envelope = { id: newId(), args, ...options };
      return transport.call('command', name, input) as Promise<Reply<Receipt>>;
    },
    ask: <N extends QueryName>(name: N, input: QueryInput<N>) =>
      transport.call('query', name, input) as Promise<Reply<QueryOutput<N>>>,
    start: <N extends RunName>(name: N, runId: string, input: z.input<Runs[N]['input']>) =>
      transport.call('run', name, { runId, input }) as Promise<Reply<RunOutput<N>>>,
    cancel: (runId) => transport.call('cancel', 'run', { runId }),
    subscribe: (listener) => transport.subscribe(listener),
  };
}
