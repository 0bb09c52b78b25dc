import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Scope } from '../engine.ts';

const ALL = sql<SqlBool>`1 = 1`;

/**
 * The clause every read of rows carries. `table` is named where a statement joins several. It is written so that no index
 * on the owner is looked at: nearly every row of a file has the same one, and the engine cannot know that.
 */
export function ownedBy(scope: Scope, table?: string): RawBuilder<SqlBool> {
  if (scope === null) return ALL;
  const column = sql.ref(table === undefined ? 'organization_id' : `${table}.organization_id`);
  return sql<SqlBool>`coalesce(${column}, '') = ${scope}`;
}

/** The same for the few statements that have an index which begins with the owner. */
export function ownedByIndex(scope: Scope): RawBuilder<SqlBool> {
  return scope === null ? ALL : sql<SqlBool>`organization_id = ${scope}`;
}

/** An id of the table as long as its row is the organization's: for rows whose own index does not name the owner. */
export function ownId(scope: Scope, table: string, id: string): RawBuilder<string> {
  if (scope === null) return sql<string>`${id}`;
  return sql<string>`(select id from ${sql.table(table)} where id = ${id} and organization_id = ${scope})`;
}
