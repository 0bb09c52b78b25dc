import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BoardAppointment } from '../../core/contract/views/board-view.ts';
import type { AppointmentId } from '../../core/domain/work/appointment.ts';

/**
 * Where a dropped bar stands until the host has spoken: drawn over the board's answer, never kept anywhere else. It goes
 * when an answer at least as new as its receipt has come, or at once when the host refuses.
 */
export interface PendingChange {
  readonly appointment: BoardAppointment;
  /** Place in the log from which on the board itself tells the truth; null until the receipt is there. */
  readonly sequence: number | null;
}

export interface Pending {
  readonly changes: ReadonlyMap<AppointmentId, PendingChange>;
}

export type PendingStore = StoreApi<Pending> & {
  put(appointment: BoardAppointment): void;
  receipt(id: AppointmentId, sequence: number): void;
  drop(id: AppointmentId): void;
  /** A board answer read at `sequence` has come. */
  settle(sequence: number): void;
};

export function pendingStore(): PendingStore {
  const store = createStore<Pending>(() => ({ changes: new Map() }));
  const edit = (work: (changes: Map<AppointmentId, PendingChange>) => void): void => {
    const changes = new Map(store.getState().changes);
    work(changes);
    store.setState({ changes });
  };
  return {
    ...store,
    put: (appointment) => edit((changes) => changes.set(appointment.id, { appointment, sequence: null })),
    receipt: (id, sequence) =>
      edit((changes) => {
        const change = changes.get(id);
        if (change !== undefined) changes.set(id, { ...change, sequence });
      }),
    drop: (id) => edit((changes) => changes.delete(id)),
    settle: (sequence) => {
      const old = [...store.getState().changes].filter(([, one]) => one.sequence !== null && one.sequence <= sequence);
      if (old.length > 0) edit((changes) => old.forEach(([id]) => changes.delete(id)));
    },
  };
}
