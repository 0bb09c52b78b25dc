import { createStore, type StoreApi } from 'zustand/vanilla';
import { instant, type Instant } from '../../core/domain/time/instant.ts';

/** The host's clock as this page knows it. The machine's clock only measures how long ago the host was heard. */
export interface Clock {
  readonly now: Instant;
}

export interface ClockStore extends StoreApi<Clock> {
  /** The host said what time it is. */
  hear(now: Instant): void;
  /** Exact, between two ticks as well. */
  exact(): Instant;
}

/** Ticks every second; `local` is the machine's clock in milliseconds. */
export function clockStore(local: () => number, every: (task: () => void, milliseconds: number) => void): ClockStore {
  let ahead = 0;
  const exact = (): Instant => instant(local() + ahead);
  const store = createStore<Clock>(() => ({ now: exact() }));
  const tick = (): void => store.setState({ now: exact() });
  every(tick, 1000);
  return {
    ...store,
    exact,
    hear: (now) => {
      ahead = now - local();
      tick();
    },
  };
}
