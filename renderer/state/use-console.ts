import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { QueryInput, QueryOutput } from '../../core/contract/client.ts';
import type { QueryName } from '../../core/contract/queries/index.ts';
import type { SetupView } from '../../core/contract/views/setup-view.ts';
import type { Location } from '../../core/domain/organization/location.ts';
import type { LocalDate } from '../../core/domain/time/local-date.ts';
import type { QueryState } from '../bridge/query-cache.ts';
import type { ConnectionState } from '../bridge/connection.ts';
import type { Words } from '../words/words.ts';
import type { Console } from './console.ts';
import type { Session } from './session.ts';

const Context = createContext<Console | null>(null);
export const ConsoleProvider = Context.Provider;

export function useConsole(): Console {
  const console = useContext(Context);
  if (console === null) throw new Error('No console around this component');
  return console;
}

export function useSession<T>(pick: (session: Session) => T): T {
  return useStore(useConsole().session, pick);
}

/** Any of the console's stores: `usePart((console) => console.selection, (selection) => selection.main)`. */
export function usePart<S, T>(part: (console: Console) => StoreApi<S>, pick: (state: S) => T): T {
  return useStore(part(useConsole()), pick);
}

const IDLE: QueryState<never> = { status: 'loading', value: undefined, error: undefined, refreshing: false };

/** The answer to a query, kept up to date by change events. A null input asks nothing. */
export function useQuery<N extends QueryName>(name: N, input: QueryInput<N> | null): QueryState<QueryOutput<N>> {
  const { cache } = useConsole();
  const key = JSON.stringify(input);
  // The same input as the last time keeps its identity, whoever built it anew.
  const same = useMemo(() => JSON.parse(key) as QueryInput<N> | null, [key]);
  const watch = useCallback(
    (listener: () => void) => (same === null ? () => undefined : cache.watch(name, same, listener)),
    [cache, name, same],
  );
  const peek = useCallback(
    (): QueryState<QueryOutput<N>> => (same === null ? IDLE : cache.peek(name, same)),
    [cache, name, same],
  );
  return useSyncExternalStore(watch, peek);
}

export function useSetup(): QueryState<SetupView> {
  return useQuery('setup', {});
}

export function useLocation(): Location | undefined {
  const console = useConsole();
  useSetup();
  useSession((session) => session.locationId);
  return console.location();
}

/** The local date at the location, changing at its midnight. */
export function useToday(): LocalDate {
  const console = useConsole();
  useLocation();
  return usePart(
    (one) => one.clock,
    () => console.today(),
  );
}

/** The first day in sight. */
export function useDate(): LocalDate {
  const today = useToday();
  return useSession((session) => session.date) ?? today;
}

/** The words of the chosen language, with times as the location reads them. */
export function useWords(): Words {
  const console = useConsole();
  useToday();
  useSession((session) => session.language);
  return console.words();
}

export function useConnectionState(): ConnectionState {
  const { connection } = useConsole();
  const watch = useCallback((listener: () => void) => connection.onState(listener), [connection]);
  return useSyncExternalStore(watch, () => connection.state());
}
