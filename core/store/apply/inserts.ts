import { sql, type CompiledQuery } from 'kysely';
import type { Database } from '../engine.ts';
import { columnText, type Columns } from '../rows/face.ts';

/** Adds rows, one at a time. Rows of one table name the same columns, always in the same order. */
export interface Inserts {
  into(db: Database, table: string, row: Columns): Promise<void>;
}

/** Every command adds rows to the same few tables, and making the text took longer than running it: it is made once. */
export function createInserts(): Inserts {
  const texts = new Map<string, CompiledQuery>();
  return {
    async into(db, table, row) {
      const parameters = Object.values(row);
      const text = texts.get(table) ?? textOf(table, row).compile(db);
      texts.set(table, text);
      await db.executeQuery({ ...text, parameters });
    },
  };
}

function textOf(table: string, row: Columns) {
  const columns = sql.raw(columnText(Object.keys(row)));
  return sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`;
}
