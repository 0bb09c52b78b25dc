import type { LanewayClient, QueryInput, QueryOutput } from '../../core/contract/client.ts';
import type { QueryName } from '../../core/contract/queries/index.ts';
import type { Fault, Refusal } from '../../core/contract/refusal.ts';
import { isRelevant } from './relevance.ts';

/** A value stays in sight while it is asked again; an error keeps the last value beside it. */
export interface QueryState<T> {
  readonly status: 'loading' | 'ready' | 'error';
  readonly value: T | undefined;
  readonly error: Refusal | Fault | undefined;
  /** True while a newer answer is on its way. */
  readonly refreshing: boolean;
}

export interface QueryCache {
  /** The state as it is now; the same object until something changes. */
  peek<N extends QueryName>(name: N, input: QueryInput<N>): QueryState<QueryOutput<N>>;
  /** Asks when nobody has asked yet, and calls after every change. */
  watch<N extends QueryName>(name: N, input: QueryInput<N>, listener: () => void): () => void;
  /** Asks unless a fresh answer is there; the answer is kept. */
  prefetch<N extends QueryName>(name: N, input: QueryInput<N>): Promise<QueryState<QueryOutput<N>>>;
  /** Asks everything in sight again and forgets the rest: after a lost line, or when a person says so. */
  refresh(): void;
}

interface Entry {
  readonly name: QueryName;
  readonly input: unknown;
  readonly listeners: Set<() => void>;
  state: QueryState<unknown>;
  running: Promise<void> | null;
  stale: boolean;
}

const FIRST: QueryState<unknown> = { status: 'loading', value: undefined, error: undefined, refreshing: true };
/** Answers nobody looks at are kept up to this many, so that paging back a day is instant. */
const KEPT = 60;

/** Answers by name and input, asked again when a change event may have altered them. */
export function queryCache(client: LanewayClient): QueryCache {
  const entries = new Map<string, Entry>();

  const entryOf = (name: QueryName, input: unknown): Entry => {
    const key = `${name} ${JSON.stringify(input)}`;
    const known = entries.get(key);
    if (known !== undefined) return known;
    const entry: Entry = { name, input, listeners: new Set(), state: FIRST, running: null, stale: true };
    entries.set(key, entry);
    forgetOldest(entries);
    return entry;
  };
  const turn = (entry: Entry, state: QueryState<unknown>): void => {
    entry.state = state;
    for (const listener of entry.listeners) listener();
  };
  const fetchOnce = async (entry: Entry): Promise<void> => {
    entry.stale = false;
    if (!entry.state.refreshing) turn(entry, { ...entry.state, refreshing: true });
    const reply = await client.ask(entry.name, entry.input as QueryInput<QueryName>);
    if (entry.stale) return;
    if (reply.ok) turn(entry, { status: 'ready', value: reply.value, error: undefined, refreshing: false });
    else turn(entry, { ...entry.state, status: 'error', error: reply.error, refreshing: false });
    if (!reply.ok) entry.stale = true;
  };
  const run = async (entry: Entry): Promise<void> => {
    // A change that arrives while an answer is on its way makes that answer old: ask again, but never twice at a time.
    do await fetchOnce(entry);
    while (entry.stale && entry.state.refreshing);
  };
  const fetch = (entry: Entry): Promise<void> => {
    entry.running ??= run(entry).finally(() => {
      entry.running = null;
    });
    return entry.running;
  };
  const spoil = (entry: Entry): void => {
    entry.stale = true;
    if (entry.listeners.size > 0) void fetch(entry);
  };

  client.subscribe((event) => {
    if (event.event !== 'changed') return;
    for (const entry of entries.values()) if (isRelevant(entry.name, entry.input, event)) spoil(entry);
  });

  return {
    peek: <N extends QueryName>(name: N, input: QueryInput<N>) =>
      entryOf(name, input).state as QueryState<QueryOutput<N>>,
    watch: (name, input, listener) => {
      const entry = entryOf(name, input);
      entry.listeners.add(listener);
      if (entry.stale) void fetch(entry);
      return () => entry.listeners.delete(listener);
    },
    prefetch: async <N extends QueryName>(name: N, input: QueryInput<N>) => {
      const entry = entryOf(name, input);
      if (entry.stale || entry.running !== null) await fetch(entry);
      return entry.state as QueryState<QueryOutput<N>>;
    },
    refresh: () => {
      for (const entry of entries.values()) spoil(entry);
    },
  };
}

function forgetOldest(entries: Map<string, Entry>): void {
  if (entries.size <= KEPT) return;
  for (const [key, entry] of entries) {
    if (entries.size <= KEPT) return;
    if (entry.listeners.size === 0 && entry.running === null) entries.delete(key);
  }
}
