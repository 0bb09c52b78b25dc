import type BetterSqlite3 from 'better-sqlite3';
import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import { asFault } from './faults.ts';

const KEPT_STATEMENTS = 300;

/** Runs compiled queries on one connection and keeps their prepared statements, the most recently used ones. */
function connectionOn(database: BetterSqlite3.Database): DatabaseConnection {
  const kept = new Map<string, BetterSqlite3.Statement>();
  const prepared = (text: string): BetterSqlite3.Statement => {
    const statement = kept.get(text) ?? database.prepare(text);
    kept.delete(text);
    kept.set(text, statement);
    const oldest = kept.size > KEPT_STATEMENTS ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return statement;
  };
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      try {
        const statement = prepared(query.sql);
        if (statement.reader) return { rows: statement.all(query.parameters) as R[] };
        return { rows: [], numAffectedRows: BigInt(statement.run(query.parameters).changes) };
      } catch (error) {
        throw asFault(error);
      }
    },
    // The port has no streams: lists are bounded by their range or limit.
    streamQuery() {
      throw new Error('This connection does not stream');
    },
  };
}

function driverOn(database: BetterSqlite3.Database): Driver {
  const connection = connectionOn(database);
  const run = async (text: string): Promise<void> => {
    try {
      database.exec(text);
    } catch (error) {
      throw asFault(error);
    }
  };
  return {
    init: async () => {},
    // The writer's queue lets one transaction at a time onto its connection; the reader has none.
    acquireConnection: async () => connection,
    // A deferred transaction that reads first fails at once when another process wrote meanwhile; no timeout helps it.
    beginTransaction: () => run('begin immediate'),
    commitTransaction: () => run('commit'),
    // A full disk may have rolled back already.
    rollbackTransaction: async () => {
      if (database.inTransaction) await run('rollback');
    },
    releaseConnection: async () => {},
    destroy: async () => {
      database.close();
    },
  };
}

/** SQLite does roll back `create table`; the stock adapter says it does not. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely on one better-sqlite3 connection. */
export function sqliteDialect(database: BetterSqlite3.Database): Dialect {
  return {
    createDriver: () => driverOn(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new TransactionalSqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}
