import { DatabaseSync } from 'node:sqlite';

/** Tables that say what happened, not what is. */
const LOGS = new Set(['command_log', 'op_log', 'outbox', 'appointment_touches', 'meta', 'schema_migrations']);

/** Every row of every table as plain text, without revisions and without the log. Read on a connection of its own. */
export function snapshotOf(folder: string): Readonly<Record<string, readonly string[]>> {
  const database = new DatabaseSync(`${folder}/laneway.sqlite`, { readOnly: true });
  try {
    const tables = database
      .prepare(`select name from sqlite_schema where type = 'table' and sql like '%STRICT%' order by name`)
      .all()
      .map((row) => String(row['name']))
      .filter((name) => !LOGS.has(name));
    return Object.fromEntries(tables.map((name) => [name, rowsOf(database, name)]));
  } finally {
    database.close();
  }
}

function rowsOf(database: DatabaseSync, table: string): readonly string[] {
  return database
    .prepare(`select * from ${table}`)
    .all()
    .map((row) => JSON.stringify({ ...row, revision: 0 }))
    .toSorted();
}
