import { expect, it } from 'vitest';
import { askInventory } from '../../core/application/ask-inventory.ts';
import { localInventory } from '../../core/application/local-inventory.ts';
import type { Inventory } from '../../core/application/ports/inventory.ts';
import { at } from '../builders/surroundings.ts';
import { openStage } from '../builders/use-world.ts';

const { signal } = new AbortController();

it('our own tables say nothing new about themselves', async () => {
  const { store, world } = await openStage();
  const whole = { locationId: world.locationId, partIds: null };
  const own = localInventory(store.read);
  expect(await own.stockOf({ locationId: world.locationId, numbers: ['T-1', 'X'] }, signal)).toEqual([
    { number: 'T-1', leadTimeDays: 2, onHand: 4, arrivals: [] },
  ]);
  expect(await askInventory(store.read, own, whole, signal)).toEqual([]);
});

it('another inventory is asked by part number, and what differs is taken over', async () => {
  const stage = await openStage();
  const { store, world } = stage;
  const whole = { locationId: world.locationId, partIds: null };
  const asked: unknown[] = [];
  const answer = { number: 'T-1', onHand: 0, arrivals: [{ at: at(9, 1), quantity: 2 }], leadTimeDays: 5 };
  const outside: Inventory = {
    stockOf: (wanted) => {
      asked.push(wanted);
      return Promise.resolve([answer, { ...answer, number: 'unknown' }]);
    },
  };
  const commands = await askInventory(store.read, outside, whole, signal);
  expect(asked).toEqual([{ locationId: world.locationId, numbers: ['T-1'] }]);
  expect(commands).toHaveLength(1);
  for (const command of commands) await stage.done('syncStock', command);
  expect(await store.read.get('stock', world.stock)).toMatchObject({ onHand: 0, arrivals: answer.arrivals });
  expect(await askInventory(store.read, outside, whole, signal)).toEqual([]);
});

it('an inventory that fails leaves everything as it is known', async () => {
  const { store, world } = await openStage();
  const whole = { locationId: world.locationId, partIds: null };
  const outside: Inventory = { stockOf: () => Promise.reject(new Error('down')) };
  await expect(askInventory(store.read, outside, whole, signal)).rejects.toThrow('down');
  expect((await store.read.get('stock', world.stock))?.onHand).toBe(4);
});
