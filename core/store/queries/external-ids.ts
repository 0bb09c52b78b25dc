import { sql } from 'kysely';
import type { NamedRow } from '../../application/ports/store.ts';
import type { Entities } from '../../domain/ops/op.ts';
import type { ExternalId } from '../../domain/organization/external-id.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import type { Database, Scope } from '../engine.ts';
import { faces } from '../rows/faces.ts';
import type { Face } from '../rows/face.ts';
import { byStart } from './ordering.ts';
import { getRows } from './rows.ts';
import { ownedBy } from './scope.ts';
import { likeId } from './units.ts';

/** Appointments that the source knows under that id, by start. */
export async function appointmentsByExternalId(
  db: Database,
  scope: Scope,
  source: string,
  id: string,
): Promise<readonly Appointment[]> {
  const found = await db
    .selectFrom('appointment_external_ids')
    .select('appointment_id')
    .where('source', '=', source)
    .where('external_id', '=', id)
    .execute();
  const ids = found.map((row) => row.appointment_id);
  return (await getRows(db, scope, 'appointment', ids)).toSorted(byStart);
}

/** Rows of one table that the source knows under that id, by id. Few rows have such names, and those are in an index. */
export async function rowsByExternalId<E extends NamedRow>(
  db: Database,
  scope: Scope,
  entity: E,
  { source, id }: ExternalId,
): Promise<readonly Entities[E][]> {
  const face: Face<E> = faces[entity];
  const found = await sql<object>`
    select ${sql.raw(face.columnText)} from ${sql.table(face.table)}
    where external_ids <> '[]' and external_ids like ${likeId(id)} and ${ownedBy(scope)} order by id`.execute(db);
  const rows = found.rows.map((row) => face.fromRow(row));
  return rows.filter((row) => row.externalIds.some((one) => one.source === source && one.id === id));
}
