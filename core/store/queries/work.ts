import { sql } from 'kysely';
import type { LocationId } from '../../domain/organization/location.ts';
import type { Reservation, Stock, StockId } from '../../domain/parts/part.ts';
import type { Absence, ResourceId } from '../../domain/resources/resource.ts';
import { instant, type InstantRange } from '../../domain/time/instant.ts';
import type { AppointmentId } from '../../domain/work/appointment.ts';
import type { Unit } from '../../domain/work/customer.ts';
import type { WorkOrder } from '../../domain/work/work-order.ts';
import { asId } from '../../kernel/id.ts';
import type { Taking } from '../../application/ports/store.ts';
import type { Database, Scope } from '../engine.ts';
import { absenceFace } from '../rows/absence-row.ts';
import { reservationFace, stockFace } from '../rows/part-row.ts';
import { unitFace } from '../rows/unit-row.ts';
import { workOrderFace } from '../rows/work-order-row.ts';
import { forIds } from './id-lists.ts';
import { absencesByStart, byPlace, byUrgency } from './ordering.ts';
import { ownedBy, ownedByIndex } from './scope.ts';

export async function absences(
  db: Database,
  scope: Scope,
  resourceIds: readonly ResourceId[],
  range: InstantRange,
): Promise<readonly Absence[]> {
  const rows = await forIds(resourceIds, (list) =>
    db
      .selectFrom('absences')
      .selectAll()
      .where('resource_id', 'in', list)
      .where('ends_at', '>', range.from)
      .where('starts_at', '<', range.to)
      .where(ownedBy(scope))
      .execute(),
  );
  return rows.map((row) => absenceFace.fromRow(row)).toSorted(absencesByStart);
}

/** A requested, held, confirmed or running appointment takes the work order off the tray; a finished one does not. */
export async function unassigned(db: Database, scope: Scope, locationId: LocationId): Promise<readonly WorkOrder[]> {
  const rows = await db
    .selectFrom('work_orders')
    .selectAll()
    .where('location_id', '=', locationId)
    .where('status', '=', 'open')
    .where(ownedBy(scope, 'work_orders'))
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('appointments')
            .select(sql`1`.as('one'))
            .whereRef('appointments.work_order_id', '=', 'work_orders.id')
            .where('appointments.status', 'in', ['requested', 'held', 'confirmed', 'in-progress']),
        ),
      ),
    )
    .execute();
  return rows.map((row) => workOrderFace.fromRow(row)).toSorted(byUrgency);
}

export async function stocksAt(
  db: Database,
  scope: Scope,
  locationId: LocationId,
  partIds: readonly string[],
): Promise<readonly Stock[]> {
  const rows = await forIds(partIds, async (list) => {
    const found = await sql<object>`
      select * from stocks
      where location_id = ${locationId} and part_id in (${sql.join(list)}) and ${ownedBy(scope)}`.execute(db);
    return found.rows;
  });
  return rows.map((row) => stockFace.fromRow(row));
}

export async function setAside(
  db: Database,
  scope: Scope,
  stockIds: readonly StockId[],
): Promise<ReadonlyMap<StockId, number>> {
  const rows = await forIds(stockIds, (list) =>
    db
      .selectFrom('reservations')
      .select(['stock_id', (select) => select.fn.sum<number>('quantity').as('quantity')])
      // Asked of the stocks, so that the sums go on coming from the index of reservations alone.
      .where(
        'stock_id',
        'in',
        db.selectFrom('stocks').select('stocks.id').where('stocks.id', 'in', list).where(ownedBy(scope, 'stocks')),
      )
      .where('consumed', '=', 0)
      .groupBy('stock_id')
      .execute(),
  );
  return new Map(rows.map((row) => [asId<'stock'>(row.stock_id), row.quantity]));
}

export async function takings(db: Database, scope: Scope, stockIds: readonly StockId[]): Promise<readonly Taking[]> {
  const rows = await forIds(stockIds, (list) =>
    db
      .selectFrom('reservations')
      .innerJoin('appointments', 'appointments.id', 'reservations.appointment_id')
      .select(['stock_id', 'appointment_id', 'quantity', 'busy_from'])
      .where('stock_id', 'in', list)
      .where('consumed', '=', 0)
      .where(ownedBy(scope, 'appointments'))
      .execute(),
  );
  return rows
    .map((row) => ({
      stockId: asId<'stock'>(row.stock_id),
      appointmentId: asId<'appointment'>(row.appointment_id),
      quantity: row.quantity,
      at: instant(row.busy_from),
    }))
    .toSorted((a, b) => a.at - b.at);
}

export async function reservationsOf(
  db: Database,
  scope: Scope,
  appointmentId: AppointmentId,
): Promise<readonly Reservation[]> {
  const rows = await db
    .selectFrom('reservations')
    .selectAll()
    .where('appointment_id', '=', appointmentId)
    .where(ownedBy(scope))
    .execute();
  return rows.map((row) => reservationFace.fromRow(row));
}

export async function unitsOf(db: Database, scope: Scope, customerId: string): Promise<readonly Unit[]> {
  const found = await sql<object>`
    select * from units where customer_id = ${customerId} and ${ownedBy(scope)}`.execute(db);
  return found.rows.map((row) => unitFace.fromRow(row)).toSorted(byPlace);
}

/** Numbers have four digits from the first one on, so that people recognize them on the phone. */
const BEFORE_FIRST = 1000;

/** One more than the organization's highest number. Writes are serialized, so two cannot take the same. */
export async function nextWorkOrderNumber(db: Database, scope: Scope): Promise<number> {
  const row = await db
    .selectFrom('work_orders')
    .select((select) => select.fn.max('number').as('number'))
    .where(ownedByIndex(scope))
    .executeTakeFirst();
  return Math.max(BEFORE_FIRST, row?.number ?? 0) + 1;
}
