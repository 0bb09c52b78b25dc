import { createStore, type StoreApi } from 'zustand/vanilla';

/** What the board worked out from its window: other parts read it, the board alone writes it. */
export interface Shown {
  readonly hourWidth: number;
  readonly laneHeight: number;
}

export type ShownStore = StoreApi<Shown>;

export function shownStore(): ShownStore {
  return createStore<Shown>(() => ({ hourWidth: 48, laneHeight: 44 }));
}
