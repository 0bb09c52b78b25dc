import { sql } from 'kysely';
import type { LocationId } from '../../domain/organization/location.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import type { InstantRange } from '../../domain/time/instant.ts';
import type { Appointment, AppointmentStatus } from '../../domain/work/appointment.ts';
import type { WorkOrderId } from '../../domain/work/work-order.ts';
import type { Database, Scope } from '../engine.ts';
import { appointmentFace } from '../rows/appointment-row.ts';
import { forIds } from './id-lists.ts';
import { byStart } from './ordering.ts';
import { getRows } from './rows.ts';
import { ownedBy, ownId } from './scope.ts';

const COLUMNS = sql.raw(appointmentFace.columnText);

/**
 * The longest busy time there is: nothing that starts earlier than that before a range can reach into it. Without this
 * lower bound every range would read the whole past. The index answers it with one look.
 */
const longest = sql`(select coalesce(max(busy_length), 0) from appointments)`;

export async function appointmentsAt(
  db: Database,
  scope: Scope,
  locationId: LocationId,
  range: InstantRange,
): Promise<readonly Appointment[]> {
  const found = await sql<object>`
    select ${COLUMNS} from appointments
    where location_id = ${locationId} and busy_from < ${range.to} and busy_from > ${range.from} - ${longest}
      and busy_to > ${range.from} and ${ownedBy(scope)}
    order by busy_from`.execute(db);
  return found.rows.map((row) => appointmentFace.fromRow(row)).toSorted(byStart);
}

async function claiming(
  db: Database,
  scope: Scope,
  resourceIds: readonly ResourceId[],
  range: InstantRange,
  occupyingOnly: boolean,
): Promise<readonly Appointment[]> {
  const ids = await forIds(resourceIds, async (list) => {
    const found = await sql<{ appointment_id: string }>`
      select appointment_id from claims
      where resource_id in (${sql.join(list)}) and busy_from < ${range.to}
        and busy_from > ${range.from} - ${longest} and busy_to > ${range.from}
        and occupying >= ${occupyingOnly ? 1 : 0}`.execute(db);
    return found.rows.map((row) => row.appointment_id);
  });
  // The claims index names no owner; the rows do.
  return (await getRows(db, scope, 'appointment', ids)).toSorted(byStart);
}

export function occupying(
  db: Database,
  scope: Scope,
  resourceIds: readonly ResourceId[],
  range: InstantRange,
): Promise<readonly Appointment[]> {
  return claiming(db, scope, resourceIds, range, true);
}

export function appointmentsOfResource(
  db: Database,
  scope: Scope,
  resourceId: ResourceId,
  range: InstantRange,
): Promise<readonly Appointment[]> {
  return claiming(db, scope, [resourceId], range, false);
}

export async function appointmentsOf(
  db: Database,
  scope: Scope,
  workOrderId: WorkOrderId,
): Promise<readonly Appointment[]> {
  const found = await sql<object>`
    select ${COLUMNS} from appointments where work_order_id = ${workOrderId} and ${ownedBy(scope)}`.execute(db);
  return found.rows.map((row) => appointmentFace.fromRow(row)).toSorted(byStart);
}

export async function inStatus(
  db: Database,
  scope: Scope,
  locationId: LocationId,
  status: AppointmentStatus,
): Promise<readonly Appointment[]> {
  const found = await sql<object>`
    select ${COLUMNS} from appointments
    where location_id = ${locationId} and status = ${status} and ${ownedBy(scope)}`.execute(db);
  return found.rows.map((row) => appointmentFace.fromRow(row)).toSorted(byStart);
}

/** Highest sequence that touched the range: what is there now, what was moved away, and what was deleted. */
export async function revisionOf(
  db: Database,
  scope: Scope,
  locationId: LocationId,
  range: InstantRange,
): Promise<number> {
  const found = await sql<{ revision: number | null }>`
    select max(sequence) as revision from appointment_touches
    where location_id = ${ownId(scope, 'locations', locationId)}
      and busy_from < ${range.to} and busy_to > ${range.from}
      and busy_from > ${range.from} - (select coalesce(max(busy_length), 0) from appointment_touches)`.execute(db);
  return found.rows[0]?.revision ?? 0;
}
