import type { Appointment } from '../../domain/work/appointment.ts';
import type { Database, Scope } from '../engine.ts';
import { byStart } from './ordering.ts';
import { getRows } from './rows.ts';

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
