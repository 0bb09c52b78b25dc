import type { Arrival, Part, Reservation, Stock } from '../../domain/parts/part.ts';
import { fromExternalIdsText, toExternalIdsText } from './external-ids-text.ts';
import { defineFace } from './face.ts';
import { fromListText, toFlag } from './json-text.ts';

export interface PartTable {
  readonly id: Part['id'];
  readonly organization_id: Part['organizationId'];
  readonly number: string;
  readonly name: string;
  readonly measure: string;
  readonly lead_time_days: number;
  readonly external_ids: string;
  readonly revision: number;
}

export const partFace = defineFace<'part', PartTable>({
  table: 'parts',
  columns: ['id', 'organization_id', 'number', 'name', 'measure', 'lead_time_days', 'external_ids'],
  toRow: (one) => ({
    id: one.id,
    organization_id: one.organizationId,
    number: one.number,
    name: one.name,
    measure: one.measure,
    lead_time_days: one.leadTimeDays,
    external_ids: toExternalIdsText(one.externalIds),
  }),
  fromRow: (row) => ({
    id: row.id,
    organizationId: row.organization_id,
    number: row.number,
    name: row.name,
    measure: row.measure,
    leadTimeDays: row.lead_time_days,
    externalIds: fromExternalIdsText(row.external_ids),
  }),
});

export interface StockTable {
  readonly id: Stock['id'];
  readonly organization_id: Stock['organizationId'];
  readonly part_id: Stock['partId'];
  readonly location_id: Stock['locationId'];
  readonly on_hand: number;
  readonly arrivals: string;
  readonly revision: number;
}

export const stockFace = defineFace<'stock', StockTable>({
  table: 'stocks',
  columns: ['id', 'organization_id', 'part_id', 'location_id', 'on_hand', 'arrivals'],
  toRow: (one) => ({
    id: one.id,
    organization_id: one.organizationId,
    part_id: one.partId,
    location_id: one.locationId,
    on_hand: one.onHand,
    arrivals: JSON.stringify(one.arrivals),
  }),
  fromRow: (row) => ({
    id: row.id,
    organizationId: row.organization_id,
    partId: row.part_id,
    locationId: row.location_id,
    onHand: row.on_hand,
    arrivals: fromListText(row.arrivals) as readonly Arrival[],
  }),
});

export interface ReservationTable {
  readonly id: Reservation['id'];
  readonly organization_id: Reservation['organizationId'];
  readonly stock_id: Reservation['stockId'];
  readonly appointment_id: Reservation['appointmentId'];
  readonly quantity: number;
  readonly consumed: number;
  readonly revision: number;
}

export const reservationFace = defineFace<'reservation', ReservationTable>({
  table: 'reservations',
  columns: ['id', 'organization_id', 'stock_id', 'appointment_id', 'quantity', 'consumed'],
  toRow: (one) => ({
    id: one.id,
    organization_id: one.organizationId,
    stock_id: one.stockId,
    appointment_id: one.appointmentId,
    quantity: one.quantity,
    consumed: toFlag(one.consumed),
  }),
  fromRow: (row) => ({
    id: row.id,
    organizationId: row.organization_id,
    stockId: row.stock_id,
    appointmentId: row.appointment_id,
    quantity: row.quantity,
    consumed: row.consumed === 1,
  }),
});
