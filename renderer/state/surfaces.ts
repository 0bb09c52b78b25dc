import { createStore, type StoreApi } from 'zustand/vanilla';
import type { QueryInput } from '../../core/contract/client.ts';
import type { JudgedReason } from '../../core/domain/rules/reason.ts';

/** What lies over or beside the board; at most one dialog at a time. */
export type Surface =
  | { readonly kind: 'palette' }
  /** `who` is what the caller is looked for with; empty waits for somebody to type. */
  | { readonly kind: 'call'; readonly who?: string }
  /** With a resource only its own sheet is offered first. */
  | { readonly kind: 'print'; readonly resourceId?: string }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'cancel'; readonly appointmentId: string }
  | { readonly kind: 'cancelWorkOrder'; readonly workOrderId: string; readonly title: string }
  /** Null lets the person choose whose absence it is. */
  | { readonly kind: 'absence'; readonly resourceId: string | null }
  | { readonly kind: 'move'; readonly appointmentId: string }
  /** A whole plan for some days. */
  | { readonly kind: 'plan' }
  /** Ways out of a trouble. */
  | { readonly kind: 'repair'; readonly trouble: Trouble };

export type Trouble = QueryInput<'repairOptions'>['trouble'];

/** What the tray lists. */
export type TrayTab = QueryInput<'tray'>['tab'];

/** Cautions a person must see before a command goes on. The answer is their reason, or null to leave it. */
export interface Question {
  readonly title: string;
  readonly reasons: readonly JudgedReason[];
  readonly answer: (why: string | null) => void;
}

export interface Surfaces {
  readonly open: Surface | null;
  readonly trayTab: TrayTab;
  /** A call stays beside the board while the palette or a dialog comes and goes. */
  readonly call: { readonly who: string } | null;
  /** Asked above everything else. */
  readonly question: Question | null;
}

export type SurfacesStore = StoreApi<Surfaces> & {
  show(surface: Surface): void;
  close(): void;
  endCall(): void;
  /** Answers when the person has: the reason given (it may be empty), or null to leave it. */
  ask(question: Omit<Question, 'answer'>): Promise<string | null>;
};

export function surfacesStore(): SurfacesStore {
  const store = createStore<Surfaces>(() => ({ open: null, trayTab: 'unassigned', call: null, question: null }));
  return {
    ...store,
    show: (surface) =>
      surface.kind === 'call'
        ? store.setState(({ call }) => ({ open: null, call: call ?? { who: surface.who ?? '' } }))
        : store.setState({ open: surface }),
    close: () => store.setState({ open: null }),
    endCall: () => store.setState({ call: null }),
    ask: (question) =>
      new Promise((resolve) => {
        const answer = (why: string | null): void => {
          store.setState({ question: null });
          resolve(why);
        };
        store.getState().question?.answer(null);
        store.setState({ question: { ...question, answer } });
      }),
  };
}
