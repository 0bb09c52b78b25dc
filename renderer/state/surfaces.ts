import { createStore, type StoreApi } from 'zustand/vanilla';

/** What lies over or beside the board; at most one dialog at a time. */
export type Surface =
  | { readonly kind: 'palette' }
  | { readonly kind: 'call' }
  | { readonly kind: 'print' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'cancel'; readonly appointmentId: string }
  | { readonly kind: 'absence'; readonly resourceId: string }
  | { readonly kind: 'move'; readonly appointmentId: string };

export interface Surfaces {
  readonly open: Surface | null;
}

export type SurfacesStore = StoreApi<Surfaces> & {
  show(surface: Surface): void;
  close(): void;
};

export function surfacesStore(): SurfacesStore {
  const store = createStore<Surfaces>(() => ({ open: null }));
  return {
    ...store,
    show: (open) => store.setState({ open }),
    close: () => store.setState({ open: null }),
  };
}
