import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppointmentId } from '../../core/domain/work/appointment.ts';
import type { WorkOrderId } from '../../core/domain/work/work-order.ts';
import type { SuggestionView } from '../../core/contract/views/suggestion-view.ts';

export type Selected =
  | { readonly kind: 'appointment'; readonly id: AppointmentId }
  | { readonly kind: 'workOrder'; readonly id: WorkOrderId };

/** One selection for board, tray and details. */
export interface Selection {
  /** What the details show. */
  readonly main: Selected | null;
  /** Everything selected, `main` included: for export and later bulk moves. */
  readonly all: readonly Selected[];
  /** Slots drawn as ghosts on the board, while the suggestions list is looked at. */
  readonly ghosts: readonly SuggestionView[];
  /** The ghost the pointer or the focus rests on, an index into `ghosts`. */
  readonly hotGhost: number | null;
}

export type SelectionStore = StoreApi<Selection> & {
  select(one: Selected | null): void;
  /** Adds, or takes away when it is there. */
  toggle(one: Selected): void;
  showGhosts(ghosts: readonly SuggestionView[], hot: number | null): void;
};

const NOTHING: Selection = { main: null, all: [], ghosts: [], hotGhost: null };

export function selectionStore(): SelectionStore {
  const store = createStore<Selection>(() => NOTHING);
  return {
    ...store,
    select: (one) => {
      if (one !== null && sameSelected(store.getState().main, one) && store.getState().all.length === 1) return;
      store.setState({ main: one, all: one === null ? [] : [one], ghosts: [], hotGhost: null });
    },
    toggle: (one) => {
      const { all } = store.getState();
      const rest = all.filter((other) => !sameSelected(other, one));
      const next = rest.length === all.length ? [...all, one] : rest;
      store.setState({ main: next.at(-1) ?? null, all: next, ghosts: [], hotGhost: null });
    },
    showGhosts: (ghosts, hotGhost) => store.setState({ ghosts, hotGhost }),
  };
}

export function sameSelected(a: Selected | null, b: Selected | null): boolean {
  return a === b || (a !== null && b !== null && a.kind === b.kind && a.id === b.id);
}
