import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type BetterSqlite3 from 'better-sqlite3';
import { Kysely } from 'kysely';
import type { VerifyReport } from '../../contract/views/setup-view.ts';
import type { Op } from '../../domain/ops/op.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import { applyOps } from '../apply/apply.ts';
import { createInserts, type Inserts } from '../apply/inserts.ts';
import type { Database } from '../engine.ts';
import { CLEAN, writeMeta } from '../meta.ts';
import { migrations } from '../migrations/index.ts';
import { migrate, prepareHistory } from '../migrations/migrate.ts';
import { fromJson } from '../rows/json-text.ts';
import type { CommandLogTable, OpLogTable, OutboxTable } from '../rows/log-row.ts';
import { connectReader, connectWriter } from '../sqlite/connect.ts';
import { asFault } from '../sqlite/faults.ts';
import { sqliteDialect } from '../sqlite/kysely-dialect.ts';
import { sqliteSchemaWords } from '../sqlite/schema-words.ts';
import { sqliteEngine } from '../sqlite/sqlite-engine.ts';
import type { Tables } from '../tables.ts';
import { verifyFile } from '../verify/verify-file.ts';
import { differences, type Difference } from './differences.ts';

/** Commands to a transaction. */
const BATCH = 500;

export interface Rebuilt {
  readonly path: string;
  /** Commands done again. */
  readonly commands: number;
  /** Rows of the old file that are not what the log says; none where it was sound. */
  readonly differences: readonly Difference[];
  /** What the checks say of the new file. */
  readonly report: VerifyReport;
}

export type RebuildRefusal =
  | { readonly kind: 'exists'; readonly file: string }
  | { readonly kind: 'no-database'; readonly file: string }
  /** The log itself cannot be read to its end, or entries are missing: restore a backup. */
  | { readonly kind: 'log-damaged'; readonly file: string };

/**
 * Writes every row, the claims and the search index anew from the log of one file into a new one, for a file whose rows are
 * damaged and whose log is good. The old file is only read. Throws faults of the disk; leaves no half of a file.
 */
export async function rebuildFile(
  source: string,
  target: string,
  now: Instant,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Outcome<Rebuilt, RebuildRefusal>> {
  const taken = [target, `${target}-wal`].find((file) => existsSync(file));
  if (taken !== undefined) return refuse({ kind: 'exists', file: taken });
  if (!existsSync(source)) return refuse({ kind: 'no-database', file: source });
  const old = connectReader(source);
  try {
    old.exec('begin');
    const commands = readLog(old);
    if (commands === undefined) return refuse({ kind: 'log-damaged', file: source });
    await writeAnew(old, commands, target, now, progress);
    const found = await compare(old, target);
    return accept({ path: target, commands: commands.length, differences: found, report: await verifyFile(target) });
  } catch (error) {
    for (const rest of ['', '-wal', '-shm']) await rm(`${target}${rest}`, { force: true });
    throw asFault(error);
  } finally {
    old.close();
  }
}

/** Every entry in order; undefined when one is missing or cannot be read. */
function readLog(old: BetterSqlite3.Database): readonly CommandLogTable[] | undefined {
  try {
    const rows = old.prepare<[], CommandLogTable>('select * from command_log order by sequence').all();
    return rows.every((row, index) => row.sequence === index + 1) ? rows : undefined;
  } catch {
    return undefined;
  }
}

async function writeAnew(
  old: BetterSqlite3.Database,
  commands: readonly CommandLogTable[],
  target: string,
  now: Instant,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const writer = connectWriter(target);
  try {
    const db = new Kysely<Tables>({ dialect: sqliteDialect(writer) });
    await prepareHistory(db, sqliteSchemaWords);
    const migrated = await migrate(db, sqliteSchemaWords, migrations, now);
    if (!migrated.ok) throw migrated.refusal.problem;
    const inserts = createInserts();
    for (let from = 0; from < commands.length; from += BATCH) {
      const batch = commands.slice(from, from + BATCH);
      await db.transaction().execute((trx) => doAgain(old, trx, inserts, batch));
      progress(Math.min(from + BATCH, commands.length), commands.length);
      await nextTurn();
    }
    const replica = old.prepare<[], string>(`select value from meta where name = 'replica'`).pluck().get();
    if (replica !== undefined) await writeMeta(db, 'replica', replica);
    await writeMeta(db, 'shutdown', CLEAN);
    writer.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    writer.close();
  }
}

async function doAgain(
  old: BetterSqlite3.Database,
  db: Database,
  inserts: Inserts,
  commands: readonly CommandLogTable[],
): Promise<void> {
  const opsOf = old.prepare<[number], OpLogTable>('select * from op_log where sequence = ? order by ordinal');
  const eventsOf = old.prepare<[number], OutboxTable>('select * from outbox where sequence = ? order by ordinal');
  for (const command of commands) {
    const logged = opsOf.all(command.sequence);
    await db.insertInto('command_log').values(command).execute();
    for (const row of logged) await db.insertInto('op_log').values(row).execute();
    for (const row of eventsOf.all(command.sequence)) await db.insertInto('outbox').values(row).execute();
    const ops = logged.map((row) => fromJson(row.op) as Op);
    const answer = await applyOps({ db, engine: sqliteEngine, scope: null, inserts }, ops, command.sequence);
    if (!answer.ok) throw new Error(`Command ${command.sequence} cannot be done again`);
  }
}

async function compare(old: BetterSqlite3.Database, target: string): Promise<readonly Difference[]> {
  const fresh = connectReader(target);
  try {
    return await differences(old, fresh);
  } finally {
    fresh.close();
  }
}
