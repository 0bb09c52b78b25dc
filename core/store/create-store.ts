import type { Store, WriteTx } from '../application/ports/store.ts';
import type { EntityName } from '../domain/ops/op.ts';
import { appendEntry, markUndone } from './apply/append.ts';
import { applyOps } from './apply/apply.ts';
import type { Database, Engine } from './engine.ts';
import { createReader } from './reader.ts';
import { createSerialQueue } from './serial-queue.ts';
import { createSmallTables, type SmallTables } from './small-tables.ts';

/** Small tables are as the last commit left them until this transaction changes one: nobody else writes this database. */
function writeTx(db: Database, engine: Engine, kept: SmallTables, changed: Set<EntityName>): WriteTx {
  const own = createReader(db, engine, null);
  const standing = createReader(db, engine, kept);
  return {
    ...own,
    all: (entity) => (changed.has(entity) ? own : standing).all(entity),
    apply: (ops, sequence) => {
      for (const op of ops) changed.add(op.entity);
      return applyOps(db, engine, ops, sequence);
    },
    append: (entry) => appendEntry(db, entry),
    markUndone: (sequence, by) => markUndone(db, sequence, by),
  };
}

/**
 * The store on any engine. Writes go one after another through `writer`; reads see what is committed through `reader`.
 * A `write` inside a `write` would wait for itself: use `tx`.
 */
export function createStore(parts: {
  readonly writer: Database;
  readonly reader: Database;
  readonly engine: Engine;
  /** Runs once, after the last write: closes the connections. */
  readonly close: () => Promise<void>;
}): Store {
  const { writer, reader, engine } = parts;
  const queue = createSerialQueue();
  const kept = createSmallTables();
  let closing: Promise<void> | null = null;
  return {
    read: createReader(reader, engine, kept),
    write: (work) =>
      queue.run(async () => {
        const changed = new Set<EntityName>();
        const result = await writer.transaction().execute((trx) => work(writeTx(trx, engine, kept, changed)));
        kept.drop(changed);
        return result;
      }),
    close() {
      closing ??= queue.run(parts.close);
      return closing;
    },
  };
}
