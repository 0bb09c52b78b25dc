import type { Entities, EntityName } from '../domain/ops/op.ts';
import type { SmallEntity, WriteTx } from './ports/store.ts';

const SMALL: ReadonlySet<EntityName> = new Set<SmallEntity>([
  'organization',
  'location',
  'resource',
  'appointmentKind',
  'serviceType',
  'part',
  'user',
  'scheduleRule',
  'series',
]);

/**
 * The same transaction, remembering the rows of small tables: nearly every command of a batch asks for the same few.
 * Ops on such a table make it forget that table.
 */
export function remembering(tx: WriteTx): WriteTx {
  const rows = new Map<string, unknown>();
  const lists = new Map<EntityName, unknown>();
  const get = async <E extends EntityName>(entity: E, id: string): Promise<Entities[E] | undefined> => {
    if (!SMALL.has(entity)) return tx.get(entity, id);
    const key = `${entity} ${id}`;
    if (rows.has(key)) return rows.get(key) as Entities[E];
    const row = await tx.get(entity, id);
    if (row !== undefined) rows.set(key, row);
    return row;
  };
  return {
    ...tx,
    get,
    async getMany(entity, ids) {
      if (!SMALL.has(entity) || ids.length > 8) return tx.getMany(entity, ids);
      const found = [];
      for (const id of new Set(ids)) found.push(await get(entity, id));
      return found.filter((row) => row !== undefined);
    },
    async all<E extends SmallEntity>(entity: E) {
      const known = lists.get(entity);
      if (known !== undefined) return known as readonly Entities[E][];
      const list = await tx.all(entity);
      lists.set(entity, list);
      return list;
    },
    apply(ops, sequence) {
      for (const { entity } of ops) {
        if (!SMALL.has(entity)) continue;
        lists.delete(entity);
        for (const key of rows.keys()) if (key.startsWith(`${entity} `)) rows.delete(key);
      }
      return tx.apply(ops, sequence);
    },
  };
}
