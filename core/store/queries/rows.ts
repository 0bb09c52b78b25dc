import { sql } from 'kysely';
import type { SmallEntity } from '../../application/ports/store.ts';
import type { Entities, EntityName } from '../../domain/ops/op.ts';
import type { Database, Scope } from '../engine.ts';
import { faces } from '../rows/faces.ts';
import { columnText, type ColumnValue, type Face } from '../rows/face.ts';
import { forIds } from './id-lists.ts';
import { byPlace } from './ordering.ts';
import { ownedBy } from './scope.ts';

export async function getRow<E extends EntityName>(
  db: Database,
  scope: Scope,
  entity: E,
  id: string,
): Promise<Entities[E] | undefined> {
  const face: Face<E> = faces[entity];
  const found = await sql<object>`
    select ${sql.raw(face.columnText)} from ${sql.table(face.table)} where id = ${id} and ${ownedBy(scope)}`.execute(
    db,
  );
  const row = found.rows[0];
  return row === undefined ? undefined : face.fromRow(row);
}

/** Rows in the order of `ids`, each once; ids without a row are left out. */
export async function getRows<E extends EntityName>(
  db: Database,
  scope: Scope,
  entity: E,
  ids: readonly string[],
): Promise<readonly Entities[E][]> {
  const face: Face<E> = faces[entity];
  const rows = await forIds(ids, async (list) => {
    const found = await sql<object>`
      select ${sql.raw(face.columnText)} from ${sql.table(face.table)}
      where id in (${sql.join(list)}) and ${ownedBy(scope)}`.execute(db);
    return found.rows.map((row) => face.fromRow(row));
  });
  const byId = new Map(rows.map((row) => [String(row.id), row]));
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}

export async function allRows<E extends SmallEntity>(
  db: Database,
  scope: Scope,
  entity: E,
): Promise<readonly Entities[E][]> {
  const face: Face<E> = faces[entity];
  const found = await sql<object>`
    select ${sql.raw(face.columnText)} from ${sql.table(face.table)} where ${ownedBy(scope)}`.execute(db);
  return found.rows.map((row) => face.fromRow(row)).toSorted(byPlace);
}

/** Rows by id, the next so many after one of them. */
export async function pageOfRows<E extends EntityName>(
  db: Database,
  scope: Scope,
  entity: E,
  after: string | null,
  limit: number,
): Promise<readonly Entities[E][]> {
  const face: Face<E> = faces[entity];
  const found = await sql<object>`
    select ${sql.raw(face.columnText)} from ${sql.table(face.table)}
    where id > ${after ?? ''} and ${ownedBy(scope)} order by id limit ${limit}`.execute(db);
  return found.rows.map((row) => face.fromRow(row));
}

export async function updateRow<E extends EntityName>(
  db: Database,
  entity: E,
  value: Entities[E],
  revision: number,
): Promise<void> {
  const face: Face<E> = faces[entity];
  const row: Record<string, ColumnValue> = { ...face.toRow(value), revision };
  const sets = Object.entries(row).map(([column, held]) => sql`${sql.raw(columnText([column]))} = ${held}`);
  await sql`update ${sql.table(face.table)} set ${sql.join(sets)} where id = ${value.id}`.execute(db);
}

export async function deleteRow(db: Database, entity: EntityName, id: string): Promise<void> {
  await sql`delete from ${sql.table(faces[entity].table)} where id = ${id}`.execute(db);
}
