import { sql } from 'kysely';
import type { Database } from '../engine.ts';
import { columnText, type ColumnValue } from '../rows/face.ts';
import type { CommandLogTable, OpLogTable, OutboxTable } from '../rows/log-row.ts';

type Insert<Row> = (db: Database, row: Row) => Promise<void>;

/** The inserts that every command runs. */
export interface LogInserts {
  readonly command: Insert<CommandLogTable>;
  readonly op: Insert<OpLogTable>;
  readonly event: Insert<OutboxTable>;
}

/** Their text is made here once for the engine behind `db`: making it took longer than running it. */
export function createLogInserts(db: Database): LogInserts {
  return {
    command: insertInto<CommandLogTable>(db, 'command_log', {
      sequence: true,
      organization_id: true,
      command_id: true,
      fingerprint: true,
      name: true,
      version: true,
      args: true,
      actor_id: true,
      actor_name: true,
      host: true,
      replica: true,
      at: true,
      why: true,
      subject: true,
      overrode: true,
      undoable: true,
      reverts: true,
      undone_by: true,
    }),
    op: insertInto<OpLogTable>(db, 'op_log', {
      sequence: true,
      ordinal: true,
      organization_id: true,
      entity: true,
      row_id: true,
      op: true,
    }),
    event: insertInto<OutboxTable>(db, 'outbox', {
      sequence: true,
      ordinal: true,
      organization_id: true,
      name: true,
      appointment_id: true,
      payload: true,
      delivered_at: true,
    }),
  };
}

/** `named` is a record, so that the compiler misses no column. */
function insertInto<Row extends { readonly [C in keyof Row]: ColumnValue }>(
  db: Database,
  table: string,
  named: { readonly [C in keyof Row & string]: true },
): Insert<Row> {
  const columns = Object.keys(named) as (keyof Row & string)[];
  const values = sql.join(columns.map(() => null));
  const text = sql`insert into ${sql.table(table)} (${sql.raw(columnText(columns))}) values (${values})`;
  const compiled = text.compile(db);
  return async (to, row) => {
    await to.executeQuery({ ...compiled, parameters: columns.map((column) => row[column]) });
  };
}
