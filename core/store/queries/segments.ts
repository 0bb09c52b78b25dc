import { sql } from 'kysely';
import type { Appointment, ChainId } from '../../domain/work/appointment.ts';
import type { Database, Scope } from '../engine.ts';
import { appointmentFace } from '../rows/appointment-row.ts';
import { byStart } from './ordering.ts';
import { ownedBy } from './scope.ts';

const COLUMNS = sql.raw(appointmentFace.columnText);

export async function segmentsOf(db: Database, scope: Scope, chainId: ChainId): Promise<readonly Appointment[]> {
  const found = await sql<object>`
    select ${COLUMNS} from appointments where chain_id = ${chainId} and ${ownedBy(scope)}`.execute(db);
  return found.rows.map((row) => appointmentFace.fromRow(row)).toSorted(byStart);
}
