import { sql } from 'kysely';
import type { Appointment } from '../../domain/work/appointment.ts';
import type { Unit } from '../../domain/work/customer.ts';
import type { Database, Scope } from '../engine.ts';
import { appointmentFace } from '../rows/appointment-row.ts';
import { unitFace } from '../rows/unit-row.ts';
import { byPlace } from './ordering.ts';
import { ownedBy } from './scope.ts';

/** `AB 12-345` and `ab12345` are one plate; the expression has an index (migration 4). */
const PLAIN_PLATE = sql<string>`upper(replace(replace(plate, ' ', ''), '-', ''))`;

function plain(plate: string): string {
  return plate.replaceAll(/[ -]/g, '').toUpperCase();
}

/** Units with that plate, or with that id in some other system. */
export async function unitsNamed(db: Database, scope: Scope, text: string): Promise<readonly Unit[]> {
  const found = await sql<object>`
    select * from units
    where (${PLAIN_PLATE} = ${plain(text)} and plate <> '' or external_ids <> '[]' and external_ids like ${likeId(text)})
      and ${ownedBy(scope)}`.execute(db);
  return found.rows
    .map((row) => unitFace.fromRow(row))
    .filter((unit) => plain(unit.plate) === plain(text) || unit.externalIds.some((one) => one.id === text))
    .toSorted(byPlace);
}

/** Narrows the rows down; what only looks alike is left out afterwards. */
export function likeId(text: string): string {
  return `%"id":${JSON.stringify(text).replaceAll(/[%_]/g, '_')}%`;
}

/** The unit's appointments in any status, newest first. */
export async function appointmentsOfUnit(
  db: Database,
  scope: Scope,
  unitId: string,
  limit: number,
): Promise<readonly Appointment[]> {
  const found = await sql<object>`
    select * from appointments where unit_id = ${unitId} and ${ownedBy(scope)}
    order by start_at desc, id limit ${limit}`.execute(db);
  return found.rows.map((row) => appointmentFace.fromRow(row));
}
