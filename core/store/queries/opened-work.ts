import { sql } from 'kysely';
import type { LocationId } from '../../domain/organization/location.ts';
import type { InstantRange } from '../../domain/time/instant.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import type { WorkOrder, WorkOrderId } from '../../domain/work/work-order.ts';
import type { Database, Scope } from '../engine.ts';
import { appointmentFace } from '../rows/appointment-row.ts';
import { workOrderFace } from '../rows/work-order-row.ts';
import { forIds } from './id-lists.ts';
import { byStart } from './ordering.ts';
import { ownedBy } from './scope.ts';

const APPOINTMENT_COLUMNS = sql.raw(appointmentFace.columnText);
const WORK_ORDER_COLUMNS = sql.raw(workOrderFace.columnText);

/** Work orders of the location opened in the range, oldest first. */
export async function workOrdersOpened(
  db: Database,
  scope: Scope,
  locationId: LocationId,
  range: InstantRange,
): Promise<readonly WorkOrder[]> {
  const found = await sql<object>`
    select ${WORK_ORDER_COLUMNS} from work_orders
    where location_id = ${locationId} and opened_at >= ${range.from} and opened_at < ${range.to}
      and ${ownedBy(scope)}
    order by opened_at, id`.execute(db);
  return found.rows.map((row) => workOrderFace.fromRow(row));
}

/** All appointments of all those work orders, by start. */
export async function appointmentsOfAll(
  db: Database,
  scope: Scope,
  workOrderIds: readonly WorkOrderId[],
): Promise<readonly Appointment[]> {
  const rows = await forIds(workOrderIds, async (list) => {
    const found = await sql<object>`
      select ${APPOINTMENT_COLUMNS} from appointments
      where work_order_id in (${sql.join(list)}) and ${ownedBy(scope)}`.execute(db);
    return found.rows;
  });
  return rows.map((row) => appointmentFace.fromRow(row)).toSorted(byStart);
}
