import { sql } from 'kysely';
import type { Instant } from '../../domain/time/instant.ts';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Database, SchemaWords } from '../engine.ts';
import type { Migration } from './migration.ts';

export interface MigrationFailure {
  readonly migration: string;
  readonly problem: unknown;
}

/** The tables the store needs before it can ask anything. Meta outlives every migration. */
export async function prepareHistory(db: Database, words: SchemaWords): Promise<void> {
  await sql
    .raw(`create table if not exists meta (name text not null primary key, value text not null${words.tableEnd}`)
    .execute(db);
  await sql
    .raw(
      `create table if not exists schema_migrations
       (number ${words.integer} not null primary key, name text not null, applied_at ${words.integer} not null${words.tableEnd}`,
    )
    .execute(db);
}

/** The number of the last migration the file has seen; 0 for a fresh one. */
export async function schemaNumber(db: Database): Promise<number> {
  const row = await db
    .selectFrom('schema_migrations')
    .select((select) => select.fn.max('number').as('number'))
    .executeTakeFirst();
  return row?.number ?? 0;
}

/** Runs what is pending, each in a transaction of its own, and stops at the first that fails, which leaves nothing behind. */
export async function migrate(
  db: Database,
  words: SchemaWords,
  pending: readonly Migration[],
  now: Instant,
): Promise<Outcome<number, MigrationFailure>> {
  for (const migration of pending) {
    try {
      await db.transaction().execute(async (trx) => {
        for (const statement of migration.statements(words)) await sql.raw(statement).execute(trx);
        const { number, name } = migration;
        await trx.insertInto('schema_migrations').values({ number, name, applied_at: now }).execute();
      });
    } catch (problem) {
      return refuse({ migration: `${String(migration.number).padStart(4, '0')}-${migration.name}`, problem });
    }
  }
  return accept(pending.length);
}
