import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Scope } from '../engine.ts';

const ALL = sql<SqlBool>`1 = 1`;

/** The clause every read of rows carries. `table` is named where a statement joins several. */
export function ownedBy(scope: Scope, table?: string): RawBuilder<SqlBool> {
  if (scope === null) return ALL;
  return sql<SqlBool>`${sql.ref(table === undefined ? 'organization_id' : `${table}.organization_id`)} = ${scope}`;
}

/** The same for statements that an index on the organization would lead astray: no index is looked at for it. */
export function ownedByRow(scope: Scope): RawBuilder<SqlBool> {
  return scope === null ? ALL : sql<SqlBool>`coalesce(organization_id, '') = ${scope}`;
}

/** An id of the table as long as its row is the organization's: for rows whose own index does not name the owner. */
export function ownId(scope: Scope, table: string, id: string): RawBuilder<string> {
  if (scope === null) return sql<string>`${id}`;
  return sql<string>`(select id from ${sql.table(table)} where id = ${id} and organization_id = ${scope})`;
}
