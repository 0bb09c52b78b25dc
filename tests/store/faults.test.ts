import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { StoreFault } from '../../core/application/ports/store-fault.ts';
import { insert } from '../../core/domain/ops/op.ts';
import { Kysely } from 'kysely';
import { createStore } from '../../core/store/create-store.ts';
import { connectReader, connectWriter } from '../../core/store/sqlite/connect.ts';
import { asFault } from '../../core/store/sqlite/faults.ts';
import { sqliteDialect } from '../../core/store/sqlite/kysely-dialect.ts';
import { sqliteEngine } from '../../core/store/sqlite/sqlite-engine.ts';
import type { Tables } from '../../core/store/tables.ts';
import { customer, ground, id } from './sample-rows.ts';
import { commit, opens, optionsIn, temporaryFolder } from './temporary-store.ts';

async function faultOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => (error instanceof StoreFault ? error.fault : error),
  );
}

describe('a store whose surroundings fail', () => {
  it('says disk full, leaves nothing half done, and goes on when there is room', async () => {
    const options = optionsIn(temporaryFolder());
    const first = await opens(options);
    await commit(first.store, ground);
    await first.store.close();

    const connection = connectWriter(options.file);
    const pages = Number(connection.pragma('page_count', { simple: true }));
    connection.pragma(`max_page_count = ${pages + 4}`);
    const reading = connectReader(options.file);
    const store = createStore({
      writer: new Kysely<Tables>({ dialect: sqliteDialect(connection) }),
      reader: new Kysely<Tables>({ dialect: sqliteDialect(reading) }),
      engine: sqliteEngine,
      close: async () => {
        reading.close();
        connection.close();
      },
    });
    const many = Array.from({ length: 300 }, (_, index) => insert('customer', customer(5000 + index)));
    expect(await faultOf(commit(store, many))).toEqual({ kind: 'fault', code: 'disk-full', retryable: true });
    expect(await store.read.sequence()).toBe(1);
    expect(await store.read.getMany('customer', [id(5000), id(5001)])).toEqual([]);
    expect(await store.read.search('hansen', [], 5)).toEqual([]);

    connection.pragma('max_page_count = 1000000');
    expect(await commit(store, many)).toEqual({ ok: true });
    expect(await store.read.sequence()).toBe(2);
    await store.close();
    expect((await (await opens(options)).keeper.verify()).ok).toBe(true);
  });

  it('says busy, to be tried again, while another program writes', async () => {
    const options = optionsIn(temporaryFolder());
    const { store } = await opens(options);
    const other = new BetterSqlite3(options.file);
    other.exec('begin immediate');
    expect(await faultOf(commit(store, ground))).toEqual({ kind: 'fault', code: 'busy', retryable: true });
    other.exec('rollback');
    other.close();
    expect(await commit(store, ground)).toEqual({ ok: true });
  });

  it('tells faults by SQLite code and leaves defects alone', () => {
    const failing = (code: string): unknown => {
      const fault = asFault(Object.assign(new Error('x'), { code }));
      return fault instanceof StoreFault ? fault.fault.code : fault;
    };
    expect(failing('SQLITE_READONLY_DBMOVED')).toBe('read-only');
    expect(failing('SQLITE_CORRUPT_VTAB')).toBe('corrupt');
    expect(failing('SQLITE_NOTADB')).toBe('corrupt');
    expect(failing('SQLITE_IOERR_WRITE')).toBe('unavailable');
    expect(failing('SQLITE_BUSY_SNAPSHOT')).toBe('busy');
    expect(failing('SQLITE_CONSTRAINT_UNIQUE')).toBeInstanceOf(Error);
    expect(asFault('text')).toBe('text');
  });
});
