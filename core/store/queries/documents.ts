import { sql, type RawBuilder } from 'kysely';
import type { DocumentEntity, DocumentFilter } from '../../application/ports/store.ts';
import type { Entities } from '../../domain/ops/op.ts';
import type { Database, Scope } from '../engine.ts';
import { faces } from '../rows/faces.ts';
import type { Face } from '../rows/face.ts';
import { ownedBy } from './scope.ts';

/** Documents that fit every given part of the filter, by their start, then by id. */
export async function findDocuments<E extends DocumentEntity>(
  db: Database,
  scope: Scope,
  entity: E,
  filter: DocumentFilter,
): Promise<readonly Entities[E][]> {
  const face: Face<E> = faces[entity];
  const wanted: RawBuilder<unknown>[] = [ownedBy(scope)];
  if (filter.locationId !== undefined) wanted.push(sql`location_id = ${filter.locationId}`);
  if (filter.subjectId !== undefined) wanted.push(sql`subject_id = ${filter.subjectId}`);
  if (filter.status !== undefined) wanted.push(sql`status in (${sql.join(filter.status)})`);
  // What has no end lasts for a moment at its start.
  if (filter.range !== undefined)
    wanted.push(sql`starts_at < ${filter.range.to} and coalesce(ends_at, starts_at + 1) > ${filter.range.from}`);
  const found = await sql<object>`
    select ${sql.raw(face.columnText)} from ${sql.table(face.table)}
    where ${sql.join(wanted, sql` and `)} order by starts_at, id limit ${filter.limit ?? -1}`.execute(db);
  return found.rows.map((row) => face.fromRow(row));
}
