import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { Kysely } from 'kysely';
import { StoreFault } from '../../application/ports/store-fault.ts';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import { listBackups } from '../backup/backup-files.ts';
import { createKeeper } from '../backup/keeper.ts';
import { createStore } from '../create-store.ts';
import { fileWork } from '../file-work.ts';
import { CLEAN, readMeta, writeMeta } from '../meta.ts';
import { migrations as released } from '../migrations/index.ts';
import { migrate, prepareHistory, schemaNumber } from '../migrations/migrate.ts';
import { OPEN_SENTENCES, type OpenRefusal } from '../open-refusal.ts';
import type { OpenStore, OpenStoreOptions } from '../opened-store.ts';
import type { Tables } from '../tables.ts';
import { connectReader, connectWriter } from './connect.ts';
import { asFault } from './faults.ts';
import { sqliteDialect } from './kysely-dialect.ts';
import { sqliteSchemaWords } from './schema-words.ts';
import { sqliteEngine } from './sqlite-engine.ts';

type Kind = OpenRefusal['kind'];
type Refuse = (kind: Kind, detail: unknown) => Promise<Outcome<never, OpenRefusal>>;

function textOf(detail: unknown): string {
  if (detail instanceof StoreFault) return textOf(detail.cause);
  return detail instanceof Error ? detail.message : String(detail);
}

function kindOf(error: unknown): Kind | undefined {
  const fault = asFault(error);
  if (!(fault instanceof StoreFault)) return undefined;
  const { code } = fault.fault;
  return code === 'corrupt' || code === 'busy' || code === 'read-only' || code === 'disk-full' ? code : 'unavailable';
}

/** Says no with the backups there are. A folder that cannot be read has none to offer. */
function refuser(options: OpenStoreOptions): Refuse {
  return async (kind, detail) => {
    const backups = await listBackups(options.backupFolder).catch(() => []);
    return refuse({ kind, sentence: OPEN_SENTENCES[kind], detail: textOf(detail), file: options.file, backups });
  };
}

/** Brings an open connection to this version: check, refuse what is newer, back up, migrate. */
async function prepare(
  database: BetterSqlite3.Database,
  db: Kysely<Tables>,
  options: OpenStoreOptions,
  no: Refuse,
): Promise<Outcome<{ readonly checked: boolean }, OpenRefusal>> {
  const migrations = options.migrations ?? released;
  const hasHistory =
    database.prepare(`select 1 from sqlite_schema where name = 'schema_migrations'`).get() !== undefined;
  const last = hasHistory ? await schemaNumber(db) : 0;
  const known = migrations.at(-1)?.number ?? 0;
  if (last > known) return no('newer', `The file is at ${last}, this version knows ${known}`);

  const clean = hasHistory && (await readMeta(db, 'shutdown')) === CLEAN;
  const check = hasHistory && !clean;
  if (check) {
    const found = database.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') return no('corrupt', found);
  }

  const pending = migrations.filter((one) => one.number > last);
  if (pending.length > 0 && last > 0) {
    // Nobody can be kept waiting yet, and a worker would have to be waited for as well.
    const { file, backupFolder: folder, now } = options;
    const keeper = createKeeper(fileWork, { file, folder, now, schema: last, checked: check });
    await keeper.backup('before-migration', () => {}, new AbortController().signal);
  }
  await prepareHistory(db, sqliteSchemaWords);
  const migrated = await migrate(db, sqliteSchemaWords, pending, options.now());
  if (!migrated.ok) {
    const { migration, problem } = migrated.refusal;
    return no(kindOf(problem) ?? 'migration-failed', `${migration}: ${textOf(problem)}`);
  }
  return accept({ checked: check });
}

/** Opens the file, or makes it. A clean file opens at once; after a crash it is checked first. */
export async function openSqlite(options: OpenStoreOptions): Promise<Outcome<OpenStore, OpenRefusal>> {
  const no = refuser(options);
  let database: BetterSqlite3.Database | undefined;
  try {
    mkdirSync(path.dirname(options.file), { recursive: true });
    database = connectWriter(options.file, options.busyMilliseconds);
    const connection = database;
    const writer = new Kysely<Tables>({ dialect: sqliteDialect(connection) });
    const prepared = await prepare(connection, writer, options, no);
    if (!prepared.ok) {
      connection.close();
      return prepared;
    }
    const replica = (await readMeta(writer, 'replica')) ?? options.newReplica();
    await writeMeta(writer, 'replica', replica);
    const opening = randomUUID();
    await writeMeta(writer, 'shutdown', opening);
    const reading = connectReader(options.file);
    const reader = new Kysely<Tables>({ dialect: sqliteDialect(reading) });
    // Kysely's own destroy closes nothing when nothing was asked yet.
    const close = async (): Promise<void> => {
      reading.close();
      // Another process may have opened the file since; then the file is still in use.
      if ((await readMeta(writer, 'shutdown')) === opening) await writeMeta(writer, 'shutdown', CLEAN);
      connection.pragma('wal_checkpoint(TRUNCATE)');
      connection.close();
    };
    const store = createStore({ writer, reader, engine: sqliteEngine, close });
    const schema = await schemaNumber(writer);
    const { file, backupFolder: folder, now, work = fileWork } = options;
    const { checked } = prepared.value;
    const keeper = createKeeper(work, { file, folder, now, schema, checked });
    return accept({ store, keeper, replica, checked });
  } catch (error) {
    database?.close();
    const kind = kindOf(error) ?? (error instanceof Error && 'code' in error ? 'unavailable' : undefined);
    if (kind === undefined) throw error;
    return no(kind, error);
  }
}
