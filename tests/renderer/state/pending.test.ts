import { describe, expect, it } from 'vitest';
import { pendingStore } from '../../../renderer/state/pending.ts';
import { appointments } from '../fixture/day.ts';

function dropped() {
  const [bar] = appointments();
  if (bar === undefined) throw new Error('The fixture has no appointment');
  const store = pendingStore();
  store.put(bar);
  return { store, bar };
}

describe('a dropped bar', () => {
  it('stays where it was dropped until the board is as new as its receipt', () => {
    const { store, bar } = dropped();
    store.settle(5);
    expect(store.getState().changes.has(bar.id)).toBe(true);
    store.receipt(bar.id, 7);
    store.settle(6);
    expect(store.getState().changes.has(bar.id)).toBe(true);
    store.settle(7);
    expect(store.getState().changes.has(bar.id)).toBe(false);
  });

  it('goes back at once when the host refuses', () => {
    const { store, bar } = dropped();
    store.drop(bar.id);
    expect(store.getState().changes.size).toBe(0);
  });

  it('is left alone by a receipt for something else', () => {
    const { store } = dropped();
    const before = store.getState().changes.size;
    store.receipt(appointments()[1]?.id ?? ('' as never), 3);
    expect(store.getState().changes.size).toBe(before);
  });
});
