import type { Instant } from '../../../core/domain/time/instant.ts';
import type { Reservation, Stock } from '../../../core/domain/parts/part.ts';
import type { Absence } from '../../../core/domain/resources/resource.ts';
import type { Appointment } from '../../../core/domain/work/appointment.ts';
import type { Fee } from '../../../core/domain/work/fee.ts';
import type { WaitlistEntry } from '../../../core/domain/work/waitlist-entry.ts';
import type { WorkOrder } from '../../../core/domain/work/work-order.ts';
import type { AlertRow } from './alert-rows.ts';
import type { MasterRow } from './master-rows.ts';
import type { AllowingRow } from './rule-rows.ts';
import type { SeriesRow } from './series-rows.ts';
import type { ShownRow } from './shown-rows.ts';

/** What the model keeps of each row: the fields that can be seen and that a command may change. */
export type Row =
  | AppointmentRow
  | StockRow
  | ReservationRow
  | AbsenceRow
  | OrderRow
  | WaitingRow
  | FeeRow
  | MasterRow
  | AllowingRow
  | ShownRow
  | SeriesRow
  | AlertRow;

export interface AppointmentRow
  extends
    Pick<
      Appointment,
      | 'id'
      | 'start'
      | 'end'
      | 'before'
      | 'after'
      | 'state'
      | 'claims'
      | 'workOrderId'
      | 'serviceTypeId'
      | 'rescheduleCount'
      | 'rescheduleLimit'
      | 'customerId'
      | 'priority'
      | 'source'
      | 'segment'
    >,
    Partial<Pick<Appointment, Word>> {
  readonly entity: 'appointment';
}

/** What an appointment says besides its place; left out where the model does not know it. */
type Word =
  | 'title'
  | 'description'
  | 'participants'
  | 'pinned'
  | 'meetingUrl'
  | 'remind'
  | 'reminded'
  | 'unitId'
  | 'externalIds'
  | 'requestedBy'
  | 'workItem'
  | 'customData'
  | 'zone'
  | 'locationText'
  | 'seriesId'
  | 'occurrence';

export interface StockRow extends Pick<Stock, 'id' | 'onHand' | 'arrivals'>, Partial<Pick<Stock, 'partId'>> {
  readonly entity: 'stock';
}

/** Its id is of no interest: an appointment has one for each stock. */
export interface ReservationRow extends Pick<Reservation, 'stockId' | 'appointmentId' | 'quantity' | 'consumed'> {
  readonly entity: 'reservation';
  readonly id: string;
}

/** The id follows from the request that was displaced where it was. */
export interface WaitingRow extends Pick<
  WaitlistEntry,
  'displaced' | 'duration' | 'since' | 'state' | 'workOrderId' | 'serviceTypeId' | 'customerId' | 'offers'
> {
  readonly entity: 'waitlistEntry';
  readonly id: string;
}

/** An appointment has one at most. */
export interface FeeRow extends Pick<Fee, 'appointmentId' | 'customerId' | 'reason' | 'amount' | 'since' | 'state'> {
  readonly entity: 'fee';
  readonly id: string;
}

export function feeKey(appointmentId: string): string {
  return `fee of ${appointmentId}`;
}

export function reservationKey(one: Pick<Reservation, 'stockId' | 'appointmentId'>): string {
  return `parts of ${one.appointmentId} from ${one.stockId}`;
}

export function waitingKey(one: Pick<WaitlistEntry, 'displaced'> & { readonly id: string }): string {
  return one.displaced === null ? one.id : `instead of ${one.displaced}`;
}

export interface AbsenceRow extends Pick<Absence, 'id' | 'resourceId' | 'range'> {
  readonly entity: 'absence';
}

export interface OrderRow extends Pick<
  WorkOrder,
  | 'id'
  | 'title'
  | 'serviceTypeId'
  | 'customerId'
  | 'unitId'
  | 'state'
  | 'priority'
  | 'duration'
  | 'skills'
  | 'capabilities'
  | 'parts'
  | 'due'
  | 'ordered'
> {
  readonly entity: 'workOrder';
}

/** By id, or by what stands for it. */
export type Rows = ReadonlyMap<string, Row>;

/** One accepted command: who, and which rows it changed. */
export interface Entry {
  readonly sequence: number;
  readonly at: Instant;
  readonly by: number;
  readonly name: string;
  /** As they were sent. */
  readonly args: string;
  readonly changes: readonly Change[];
  /** The entry it takes back. */
  readonly reverts: number | null;
  readonly undoneBy: number | null;
}

export interface Change {
  readonly id: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** All the model knows. */
export interface Model {
  readonly now: Instant;
  /** The name of whoever sends the command. */
  readonly who: string;
  readonly rows: Rows;
  readonly log: readonly Entry[];
}

export function row<E extends Row['entity']>(
  rows: Rows,
  entity: E,
  id: string | null,
): Extract<Row, { entity: E }> | undefined {
  const found = id === null ? undefined : rows.get(id);
  return found?.entity === entity ? (found as Extract<Row, { entity: E }>) : undefined;
}

export function every<E extends Row['entity']>(rows: Rows, entity: E): readonly Extract<Row, { entity: E }>[] {
  return [...rows.values()].filter((one): one is Extract<Row, { entity: E }> => one.entity === entity);
}

/** The rows with some put in or replaced, and some taken away. */
export function changed(rows: Rows, put: readonly Row[], removed: readonly string[] = []): Rows {
  const next = new Map(rows);
  for (const one of put) next.set(one.id, one);
  for (const id of removed) next.delete(id);
  return next;
}

export function changesBetween(before: Rows, after: Rows): readonly Change[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids.flatMap((id) => {
    const was = before.get(id) ?? null;
    const is = after.get(id) ?? null;
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ id, before: was, after: is }];
  });
}
