import { sql, type SqlBool } from 'kysely';
import type { LogEntry } from '../../application/ports/log-entry.ts';
import type { LogFilter } from '../../application/ports/store.ts';
import type { Op, EntityName } from '../../domain/ops/op.ts';
import type { Database, Scope } from '../engine.ts';
import { ENTITY_NAMES } from '../rows/faces.ts';
import { fromJson } from '../rows/json-text.ts';
import { logEntryFrom, type CommandLogTable } from '../rows/log-row.ts';
import { ownedBy, ownedByIndex } from './scope.ts';

const CHUNK = 200;

/** Adds each entry's ops, in their order. */
async function withOps(db: Database, rows: readonly CommandLogTable[]): Promise<readonly LogEntry[]> {
  const ops = new Map<number, Op[]>(rows.map((row) => [row.sequence, []]));
  const sequences = [...ops.keys()];
  for (let from = 0; from < sequences.length; from += CHUNK) {
    const found = await db
      .selectFrom('op_log')
      .select(['sequence', 'op'])
      .where('sequence', 'in', sequences.slice(from, from + CHUNK))
      .orderBy('sequence')
      .orderBy('ordinal')
      .execute();
    for (const row of found) ops.get(row.sequence)?.push(fromJson(row.op) as Op);
  }
  return rows.map((row) => logEntryFrom(row, ops.get(row.sequence) ?? []));
}

/** The place in the log is one for the whole file, whoever asks. */
export async function sequence(db: Database): Promise<number> {
  const row = await db
    .selectFrom('command_log')
    .select((select) => select.fn.max('sequence').as('sequence'))
    .executeTakeFirst();
  return row?.sequence ?? 0;
}

export async function logEntry(db: Database, scope: Scope, at: number): Promise<LogEntry | undefined> {
  const query = db.selectFrom('command_log').selectAll().where('sequence', '=', at);
  const rows = await query.where(ownedBy(scope)).execute();
  return (await withOps(db, rows))[0];
}

export async function logByCommand(db: Database, scope: Scope, commandId: string): Promise<LogEntry | undefined> {
  const query = db.selectFrom('command_log').selectAll().where('command_id', '=', commandId);
  const rows = await query.where(ownedBy(scope)).execute();
  return (await withOps(db, rows))[0];
}

/** Sequences with an op on what the filter names, the newest few: the indexes of `op_log` bring them in this order. */
function touching(db: Database, scope: Scope, { entity, id, before, limit }: LogFilter) {
  let query = db.selectFrom('op_log').select('sequence').distinct().where(ownedBy(scope));
  // An id alone is looked for among every kind of row, since the index begins with the kind.
  if (entity === null) query = query.where('entity', 'in', ENTITY_NAMES);
  else query = query.where(sql<SqlBool>`entity = ${entity}`);
  if (id !== null) query = query.where('row_id', '=', id);
  if (before !== null) query = query.where('sequence', '<', before);
  return query.orderBy('sequence', 'desc').limit(limit);
}

export async function log(db: Database, scope: Scope, filter: LogFilter): Promise<readonly LogEntry[]> {
  let query = db.selectFrom('command_log').selectAll();
  if (filter.entity !== null || filter.id !== null) {
    query = query.where((where) => where('sequence', 'in', touching(db, scope, filter)));
  } else {
    query = query.where(ownedByIndex(scope));
    if (filter.before !== null) query = query.where('sequence', '<', filter.before);
  }
  return withOps(db, await query.orderBy('sequence', 'desc').limit(filter.limit).execute());
}

export async function logAfter(
  db: Database,
  scope: Scope,
  entity: EntityName,
  id: string,
  after: number,
): Promise<readonly LogEntry[]> {
  const rows = await db
    .selectFrom('command_log')
    .selectAll()
    .where((where) =>
      where(
        'sequence',
        'in',
        where
          .selectFrom('op_log')
          .select('sequence')
          .where('entity', '=', entity)
          .where('row_id', '=', id)
          .where('sequence', '>', after),
      ),
    )
    .where(ownedBy(scope))
    .orderBy('sequence')
    .execute();
  return withOps(db, rows);
}

export async function ownLog(db: Database, scope: Scope, actorId: string, limit: number): Promise<readonly LogEntry[]> {
  const rows = await db
    .selectFrom('command_log')
    .selectAll()
    .where('actor_id', '=', actorId)
    .where(ownedBy(scope))
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
  return withOps(db, rows);
}

/** True when a command of this id was done, by whomever. */
export async function commandIsTaken(db: Database, commandId: string): Promise<boolean> {
  const query = db.selectFrom('command_log').select('sequence').where('command_id', '=', commandId);
  return (await query.executeTakeFirst()) !== undefined;
}

/** The organization that the database was made for: the first that was set up. */
export async function firstOrganization(db: Database): Promise<string | null> {
  const query = db.selectFrom('op_log').select('row_id').where('entity', '=', 'organization');
  return (await query.orderBy('sequence').limit(1).executeTakeFirst())?.row_id ?? null;
}
