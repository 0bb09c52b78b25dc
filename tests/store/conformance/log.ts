import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../core/application/ports/store.ts';
import { insert } from '../../../core/domain/ops/op.ts';
import { change, customer, ground, id } from '../sample-rows.ts';
import { commit } from '../temporary-store.ts';

export function conformanceLog(name: string, open: () => Promise<Store>): void {
  describe(`${name}: log`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await commit(store, ground);
    });

    it('answers an entry with its ops in their order', async () => {
      const found = await store.read.logEntry(1);
      expect(found).toMatchObject({
        sequence: 1,
        undoneBy: null,
        undoable: true,
        actorName: 'Kari',
        args: { sequence: 1 },
      });
      expect(found?.ops).toEqual(ground);
      expect(await store.read.logByCommand(id(1_000_001))).toEqual(found);
      expect(await store.read.logEntry(9)).toBeUndefined();
      expect(await store.read.logByCommand(id(9))).toBeUndefined();
    });

    it('filters newest first by row, by kind of row and before a sequence', async () => {
      await commit(store, [insert('customer', customer(50))]);
      await commit(store, [change('customer', customer(50), { notes: 'a' })]);
      await commit(store, [insert('customer', customer(51))]);
      const sequences = async (entity: string | null, row: string | null, before: number | null, limit = 10) =>
        (await store.read.log({ entity, id: row, before, limit })).map((one) => one.sequence);
      expect(await sequences(null, null, null)).toEqual([4, 3, 2, 1]);
      expect(await sequences(null, null, 3, 1)).toEqual([2]);
      expect(await sequences('customer', null, null)).toEqual([4, 3, 2]);
      expect(await sequences('customer', id(50), null)).toEqual([3, 2]);
      expect(await sequences(null, id(50), null)).toEqual([3, 2]);
      expect(await sequences('unit', id(50), null)).toEqual([]);
      expect((await store.read.logAfter('customer', id(50), 2)).map((one) => one.sequence)).toEqual([3]);
    });

    it('answers the own entries newest first and keeps what was taken back', async () => {
      await commit(store, [insert('customer', customer(50))], { actorId: id(901) });
      await commit(store, [insert('customer', customer(51))]);
      await store.write((tx) => tx.markUndone(1, 3));
      const own = await store.read.ownLog(id(900), 5);
      expect(own.map((one) => [one.sequence, one.undoneBy])).toEqual([
        [3, null],
        [1, 3],
      ]);
      await store.write((tx) => tx.markUndone(1, null));
      expect((await store.read.logEntry(1))?.undoneBy).toBeNull();
    });

    it('refuses the same command twice', async () => {
      await expect(commit(store, [], { commandId: id(1_000_001) })).rejects.toThrow(/UNIQUE|duplicate/);
    });
  });
}
