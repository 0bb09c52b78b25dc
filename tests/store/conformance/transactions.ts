import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../core/application/ports/store.ts';
import { insert } from '../../../core/domain/ops/op.ts';
import { change, customer, ground, id, technician } from '../sample-rows.ts';
import { commit } from '../temporary-store.ts';

export function conformanceTransactions(name: string, open: () => Promise<Store>): void {
  describe(`${name}: transactions`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await commit(store, ground);
    });

    it('sees its own writes inside, and nobody else does before the commit', async () => {
      await store.write(async (tx) => {
        await tx.apply([insert('customer', customer(50))], 2);
        expect(await tx.get('customer', id(50))).toEqual(customer(50));
        expect(await store.read.get('customer', id(50))).toBeUndefined();
      });
      expect(await store.read.get('customer', id(50))).toEqual(customer(50));
    });

    it('leaves nothing behind when the work throws', async () => {
      const work = store.write(async (tx) => {
        await tx.apply([insert('customer', customer(50)), change('resource', technician(10), { name: 'New' })], 2);
        throw new Error('changed my mind');
      });
      await expect(work).rejects.toThrow('changed my mind');
      expect(await store.read.get('customer', id(50))).toBeUndefined();
      expect(await store.read.get('resource', id(10))).toEqual(technician(10));
      expect(await store.read.search('hansen', [], 5)).toEqual([]);
    });

    it('runs writes one after another in the order they came', async () => {
      const seen: string[] = [];
      const one = store.write(async (tx) => {
        seen.push('one begins');
        await tx.sequence();
        await tx.all('resource');
        seen.push('one ends');
      });
      const two = store.write(async () => {
        seen.push('two');
      });
      await Promise.all([one, two]);
      expect(seen).toEqual(['one begins', 'one ends', 'two']);
    });

    it('goes on after a write that failed', async () => {
      await expect(store.write(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
      expect(await store.write((tx) => tx.sequence())).toBe(1);
    });
  });
}
