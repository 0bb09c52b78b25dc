import { createStore, type StoreApi } from 'zustand/vanilla';

export interface Toast {
  readonly id: number;
  readonly tone: 'ok' | 'warn' | 'bad';
  readonly text: string;
  /** One thing a person may want to do about it. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** What is said to the person: short notes in the corner, and sentences for the live region. */
export interface Notices {
  readonly toasts: readonly Toast[];
  /** Changes of `turn` make a screen reader say the same sentence again. */
  readonly spoken: { readonly text: string; readonly turn: number };
}

export type NoticesStore = StoreApi<Notices> & {
  toast(toast: Omit<Toast, 'id'>): void;
  dismiss(id: number): void;
  /** Politely, to who listens instead of looking. */
  announce(text: string): void;
};

const MOST = 4;

export function noticesStore(): NoticesStore {
  const store = createStore<Notices>(() => ({ toasts: [], spoken: { text: '', turn: 0 } }));
  let last = 0;
  return {
    ...store,
    toast: (toast) => {
      last += 1;
      const id = last;
      store.setState(({ toasts }) => ({ toasts: [...toasts, { ...toast, id }].slice(-MOST) }));
    },
    dismiss: (id) => store.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
    announce: (text) => store.setState(({ spoken }) => ({ spoken: { text, turn: spoken.turn + 1 } })),
  };
}
