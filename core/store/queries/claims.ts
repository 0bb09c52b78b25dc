import { sql } from 'kysely';
import type { ResourceId } from '../../domain/resources/resource.ts';
import type { AppointmentId } from '../../domain/work/appointment.ts';
import type { Database } from '../engine.ts';
import type { AppointmentTouchTable, ClaimTable } from '../tables.ts';

export async function capacityOf(db: Database, id: ResourceId): Promise<number> {
  const row = await db.selectFrom('resources').select('capacity').where('id', '=', id).executeTakeFirst();
  return row?.capacity ?? 1;
}

export async function deleteClaimsOf(
  db: Database,
  appointmentId: AppointmentId,
  resourceId: ResourceId | null,
): Promise<void> {
  const all = db.deleteFrom('claims').where('appointment_id', '=', appointmentId);
  await (resourceId === null ? all : all.where('resource_id', '=', resourceId)).execute();
}

export async function insertClaims(db: Database, rows: readonly ClaimTable[]): Promise<void> {
  for (const row of rows) await db.insertInto('claims').values(row).execute();
}

/** Occupying claims of the resource that meet the claim's time; with `around` also those that meet these, and so on. */
export async function occupyingNear(db: Database, claim: ClaimTable, around: boolean): Promise<readonly ClaimTable[]> {
  let [from, to]: readonly [number, number] = [claim.busy_from, claim.busy_to];
  for (;;) {
    const { rows } = await sql<ClaimTable>`
      select * from claims
      where resource_id = ${claim.resource_id} and occupying = 1 and busy_from < ${to} and busy_to > ${from}
        and busy_from > ${from} - (select coalesce(max(busy_length), 0) from appointments)
      order by busy_from`.execute(db);
    const earliest = Math.min(from, ...rows.map((row) => row.busy_from));
    const latest = Math.max(to, ...rows.map((row) => row.busy_to));
    if (!around || (earliest === from && latest === to)) return rows;
    [from, to] = [earliest, latest];
  }
}

export async function insertTouch(db: Database, touch: AppointmentTouchTable): Promise<void> {
  await db
    .insertInto('appointment_touches')
    .values(touch)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
