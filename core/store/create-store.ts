import { sql } from 'kysely';
import type { Reader, Store, WholeReader, WholeTx, WriteTx } from '../application/ports/store.ts';
import type { EntityName } from '../domain/ops/op.ts';
import type { OrganizationId } from '../domain/organization/organization.ts';
import { appendEntry, markUndone } from './apply/append.ts';
import { applyOps } from './apply/apply.ts';
import { createInserts, type Inserts } from './apply/inserts.ts';
import type { Database, Engine, Scope } from './engine.ts';
import { commandIsTaken, firstOrganization } from './queries/log.ts';
import { markDelivered, pendingEvents } from './queries/outbox.ts';
import { createReader } from './reader.ts';
import { createSerialQueue } from './serial-queue.ts';
import { createSmallTables, type SmallTables } from './small-tables.ts';

/** What is kept between reads, for each organization apart. */
type KeptBy = (scope: Scope) => SmallTables;

const scopeOf = (organizationId: OrganizationId | null): Scope => organizationId ?? '';

async function first(db: Database): Promise<OrganizationId | null> {
  return (await firstOrganization(db)) as OrganizationId | null;
}

interface TxParts {
  readonly db: Database;
  readonly engine: Engine;
  readonly kept: KeptBy;
  /** Entities this transaction has changed. */
  readonly changed: Set<EntityName>;
  readonly place: LogPlace;
  readonly inserts: Inserts;
}

/** How far the log has got, as long as this transaction knows: nobody else writes meanwhile. */
interface LogPlace {
  sequence: number | null;
}

/** Small tables are as the last commit left them until this transaction changes one: nobody else writes this database. */
function scopedTx({ db, engine, kept, changed, place, inserts }: TxParts, scope: Scope): WriteTx {
  const own = createReader(db, engine, scope, null);
  const standing = createReader(db, engine, scope, kept(scope));
  return {
    ...own,
    all: (entity) => (changed.has(entity) ? own : standing).all(entity),
    apply: (ops, sequence) => {
      for (const op of ops) changed.add(op.entity);
      return applyOps({ db, engine, scope, inserts }, ops, sequence);
    },
    sequence: async () => (place.sequence ??= await own.sequence()),
    append: async (entry) => {
      await appendEntry(db, inserts, scope, entry);
      place.sequence = entry.sequence;
    },
    commandIsTaken: (commandId) => commandIsTaken(db, commandId),
    markUndone: (sequence, by) => markUndone(db, sequence, by),
    attempt: (work) =>
      attempt(db, work).finally(() => {
        place.sequence = null;
      }),
  };
}

async function attempt<T>(
  db: Database,
  work: () => Promise<{ readonly keep: boolean; readonly value: T }>,
): Promise<T> {
  await sql`savepoint attempt`.execute(db);
  const done = await work().catch(async (error: unknown) => {
    await sql`rollback to savepoint attempt`.execute(db);
    throw error;
  });
  if (!done.keep) await sql`rollback to savepoint attempt`.execute(db);
  await sql`release savepoint attempt`.execute(db);
  return done.value;
}

function wholeTx(parts: TxParts): WholeTx {
  return {
    ...scopedTx(parts, null),
    within: (organizationId) => scopedTx(parts, scopeOf(organizationId)),
    firstOrganization: () => first(parts.db),
  };
}

function wholeReader(db: Database, engine: Engine, kept: KeptBy): WholeReader {
  const readers = new Map<Scope, Reader>();
  return {
    ...createReader(db, engine, null, kept(null)),
    within: (organizationId) => {
      const scope = scopeOf(organizationId);
      const known = readers.get(scope) ?? createReader(db, engine, scope, kept(scope));
      readers.set(scope, known);
      return known;
    },
    firstOrganization: () => first(db),
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
  const inserts = createInserts();
  const queue = createSerialQueue();
  const tables = new Map<Scope, SmallTables>();
  const kept: KeptBy = (scope) => {
    const known = tables.get(scope) ?? createSmallTables();
    tables.set(scope, known);
    return known;
  };
  let closing: Promise<void> | null = null;
  return {
    read: wholeReader(reader, engine, kept),
    outbox: {
      pending: (limit) => pendingEvents(reader, limit),
      markDelivered: (sequence, ordinal, at) => queue.run(() => markDelivered(writer, sequence, ordinal, at)),
    },
    write: (work) =>
      queue.run(async () => {
        const changed = new Set<EntityName>();
        const place: LogPlace = { sequence: null };
        const result = await writer
          .transaction()
          .execute((db) => work(wholeTx({ db, engine, kept, changed, place, inserts })));
        for (const one of tables.values()) one.drop(changed);
        return result;
      }),
    close() {
      closing ??= queue.run(parts.close);
      return closing;
    },
  };
}
